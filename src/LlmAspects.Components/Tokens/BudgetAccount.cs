namespace LlmAspects.Components.Tokens;

/// <summary>What one tenant reserved and used on one day. Every method runs under the account's own lock.</summary>
internal sealed class BudgetAccount(string tenant, DateOnly day, BudgetOptions options, Action<Guid> forget)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Held> _leases = [];
    private readonly PriorityQueue<Guid, DateTimeOffset> _expiries = new();
    private readonly long? _limit = options.LimitOf(tenant);
    private long _used;
    private long _reserved;
    private bool _alerted;

    public DateOnly Day => day;

    public BudgetLease Reserve(Guid id, BudgetRequest request, DateTimeOffset now)
    {
        lock (_gate)
        {
            Expire(now);
            if (_limit is { } limit && request.TotalTokens > limit - _used - _reserved)
            {
                throw new BudgetExceededException(tenant, request.TotalTokens, Math.Max(0, limit - _used - _reserved));
            }

            DateTimeOffset expiresAt = now + options.LeaseDuration;
            _leases.Add(id, new Held(request.TotalTokens, expiresAt));
            _expiries.Enqueue(id, expiresAt);
            _reserved += request.TotalTokens;
            return new BudgetLease(id, request, expiresAt);
        }
    }

    /// <summary>Changes a living lease.</summary>
    /// <returns><see langword="false"/> when it is not alive any more.</returns>
    public bool Touch(Guid id, DateTimeOffset now, bool sent)
    {
        lock (_gate)
        {
            Expire(now);
            if (!_leases.TryGetValue(id, out Held? held))
            {
                return false;
            }

            held.Sent |= sent;
            held.ExpiresAt = now + options.LeaseDuration;
            return true;
        }
    }

    /// <summary>Ends a lease; one that is not alive any more is left alone.</summary>
    /// <returns>The alerts to raise, in order.</returns>
    public IReadOnlyList<BudgetAlert> End(Guid id, long usedTokens, DateTimeOffset now)
    {
        lock (_gate)
        {
            Expire(now);
            if (!_leases.Remove(id, out Held? held))
            {
                return [];
            }

            _reserved -= held.Tokens;
            _used += usedTokens;
            var alerts = new List<BudgetAlert>();
            if (usedTokens > held.Tokens)
            {
                alerts.Add(Alert(BudgetAlertKind.SettledAboveReservation));
            }

            if (!_alerted && _limit is { } limit && _used >= options.AlertFraction * limit && _used > 0)
            {
                _alerted = true;
                alerts.Add(Alert(BudgetAlertKind.FractionReached));
            }

            return alerts;
        }
    }

    public BudgetStatus Status(DateTimeOffset now)
    {
        lock (_gate)
        {
            Expire(now);
            return new BudgetStatus(tenant, day, _used, _reserved, _limit);
        }
    }

    public bool IsIdle(DateTimeOffset now)
    {
        lock (_gate)
        {
            Expire(now);
            return _leases.Count == 0;
        }
    }

    private BudgetAlert Alert(BudgetAlertKind kind) => new(tenant, day, kind, _used, _limit);

    // An unsent reservation is given back; a sent one is booked at its worst case.
    private void Expire(DateTimeOffset now)
    {
        while (_expiries.TryPeek(out Guid id, out DateTimeOffset queuedFor) && queuedFor <= now)
        {
            _expiries.Dequeue();
            if (!_leases.TryGetValue(id, out Held? held))
            {
                continue;
            }

            if (held.ExpiresAt > now)
            {
                _expiries.Enqueue(id, held.ExpiresAt);
                continue;
            }

            _leases.Remove(id);
            _reserved -= held.Tokens;
            _used += held.Sent ? held.Tokens : 0;
            forget(id);
        }
    }

    private sealed class Held(long tokens, DateTimeOffset expiresAt)
    {
        public long Tokens { get; } = tokens;

        public DateTimeOffset ExpiresAt { get; set; } = expiresAt;

        public bool Sent { get; set; }
    }
}
