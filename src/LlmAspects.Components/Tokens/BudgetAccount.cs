namespace LlmAspects.Components.Tokens;

/// <summary>What one tenant reserved and used on one day. Every method runs under the account's own lock.</summary>
internal sealed class BudgetAccount(string tenant, DateOnly day, BudgetOptions options, Action<Guid> forget)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Held> _leases = [];
    private readonly PriorityQueue<Guid, DateTimeOffset> _expiries = new();
    private readonly BudgetSums _sums = new(options.LimitOf(tenant));
    private readonly Dictionary<string, BudgetSums> _workflows = new(StringComparer.Ordinal);
    private bool _alerted;

    public DateOnly Day => day;

    public BudgetLease Reserve(Guid id, BudgetRequest request, DateTimeOffset now)
    {
        lock (_gate)
        {
            Expire(now);
            BudgetSums? workflow = WorkflowOf(request);
            Require(request, workflow);
            DateTimeOffset expiresAt = now + options.LeaseDuration;
            _leases.Add(id, new Held(request.TotalTokens, workflow, expiresAt));
            _expiries.Enqueue(id, expiresAt);
            _sums.Reserve(request.TotalTokens);
            workflow?.Reserve(request.TotalTokens);
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

            End(held, usedTokens);
            var alerts = new List<BudgetAlert>();
            if (usedTokens > held.Tokens)
            {
                alerts.Add(Alert(BudgetAlertKind.SettledAboveReservation));
            }

            if (!_alerted && _sums.Limit is { } limit && _sums.Used >= options.AlertFraction * limit && _sums.Used > 0)
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
            return new BudgetStatus(tenant, day, _sums.Used, _sums.Reserved, _sums.Limit);
        }
    }

    public BudgetStatus WorkflowStatus(string workflow, DateTimeOffset now)
    {
        lock (_gate)
        {
            Expire(now);
            BudgetSums? sums = _workflows.GetValueOrDefault(workflow);
            return new BudgetStatus(tenant, day, sums?.Used ?? 0, sums?.Reserved ?? 0, options.WorkflowTokens) { Workflow = workflow };
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

    private BudgetAlert Alert(BudgetAlertKind kind) => new(tenant, day, kind, _sums.Used, _sums.Limit);

    // Without a limit for workflows there is nothing to keep of them.
    private BudgetSums? WorkflowOf(BudgetRequest request)
    {
        if (request.Workflow is not { } workflow || options.WorkflowTokens is not { } limit)
        {
            return null;
        }

        return _workflows.TryGetValue(workflow, out BudgetSums? sums) ? sums : _workflows[workflow] = new BudgetSums(limit);
    }

    // Both limits are looked at before anything is reserved.
    private void Require(BudgetRequest request, BudgetSums? workflow)
    {
        long ofWorkflow = workflow?.Available ?? long.MaxValue;
        if (request.TotalTokens > Math.Min(_sums.Available, ofWorkflow))
        {
            throw ofWorkflow < _sums.Available
                ? new BudgetExceededException(tenant, request.Workflow!, request.TotalTokens, ofWorkflow)
                : new BudgetExceededException(tenant, request.TotalTokens, _sums.Available);
        }
    }

    private void End(Held held, long usedTokens)
    {
        _sums.End(held.Tokens, usedTokens);
        held.Workflow?.End(held.Tokens, usedTokens);
    }

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
            End(held, held.Sent ? held.Tokens : 0);
            forget(id);
        }
    }

    private sealed class Held(long tokens, BudgetSums? workflow, DateTimeOffset expiresAt)
    {
        public long Tokens { get; } = tokens;

        public BudgetSums? Workflow { get; } = workflow;

        public DateTimeOffset ExpiresAt { get; set; } = expiresAt;

        public bool Sent { get; set; }
    }
}
