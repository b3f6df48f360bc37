using System.Collections.Concurrent;

namespace LlmAspects.Components.Tokens;

/// <summary>
/// Budgets by tenant, workflow and day (UTC) in this process. A lease belongs to the day on which it was reserved. Thread-safe; never overspends by a reservation.
/// </summary>
public sealed class InMemoryBudgetLedger : IBudgetLedger
{
    private readonly BudgetOptions _options;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<(string Tenant, DateOnly Day), BudgetAccount> _accounts = new();
    private readonly ConcurrentDictionary<Guid, BudgetAccount> _homes = new();
    private long _lastId;
    private long _sweptDay;

    /// <summary>Creates a ledger in which nothing is spent.</summary>
    /// <param name="options">The limits; <see langword="null"/> gives the defaults (no limit).</param>
    /// <param name="timeProvider">Says which day it is and when leases lapse; <see langword="null"/> is the system's clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public InMemoryBudgetLedger(BudgetOptions? options = null, TimeProvider? timeProvider = null)
    {
        _options = options ?? new BudgetOptions();
        _options.Validate();
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The request has negative input or less than one output token.</exception>
    public ValueTask<BudgetLease> ReserveAsync(BudgetRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(request.Tenant);
        ArgumentOutOfRangeException.ThrowIfNegative(request.InputTokens);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.MaxOutputTokens, 1);
        DateTimeOffset now = _time.GetUtcNow();
        BudgetAccount account = AccountOf(request.Tenant, now);
        Guid id = NextId();
        _homes[id] = account;
        try
        {
            return ValueTask.FromResult(account.Reserve(id, request, now));
        }
        catch (BudgetExceededException)
        {
            Forget(id);
            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="BudgetLeaseExpiredException">The lease is not alive any more: its tokens were given back, so the request must not go out.</exception>
    public ValueTask MarkSentAsync(BudgetLease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return Touch(lease, sent: true) ? ValueTask.CompletedTask : throw new BudgetLeaseExpiredException(lease);
    }

    /// <inheritdoc/>
    /// <remarks>A lease that is not alive any more stays as it is.</remarks>
    public ValueTask RenewAsync(BudgetLease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        Touch(lease, sent: false);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(BudgetLease lease, long usedTokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentOutOfRangeException.ThrowIfNegative(usedTokens);
        End(lease, usedTokens);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(BudgetLease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        End(lease, usedTokens: 0);
        return ValueTask.CompletedTask;
    }

    /// <summary>What a tenant used and reserved today.</summary>
    /// <param name="tenant">The tenant.</param>
    public BudgetStatus GetStatus(string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        DateTimeOffset now = _time.GetUtcNow();
        DateOnly day = DayOf(now);
        return _accounts.TryGetValue((tenant, day), out BudgetAccount? account)
            ? account.Status(now)
            : new BudgetStatus(tenant, day, 0, 0, _options.LimitOf(tenant));
    }

    /// <summary>What a workflow of a tenant used and reserved today.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="workflow">The workflow.</param>
    /// <returns><see langword="null"/> when workflows have no limit: they are not counted then.</returns>
    public BudgetStatus? GetWorkflowStatus(string tenant, string workflow)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(workflow);
        if (_options.WorkflowTokens is not { } limit)
        {
            return null;
        }

        DateTimeOffset now = _time.GetUtcNow();
        DateOnly day = DayOf(now);
        return _accounts.TryGetValue((tenant, day), out BudgetAccount? account)
            ? account.WorkflowStatus(workflow, now)
            : new BudgetStatus(tenant, day, 0, 0, limit) { Workflow = workflow };
    }

    private bool Touch(BudgetLease lease, bool sent) =>
        _homes.TryGetValue(lease.Id, out BudgetAccount? account) && account.Touch(lease.Id, _time.GetUtcNow(), sent);

    private void End(BudgetLease lease, long usedTokens)
    {
        if (!_homes.TryRemove(lease.Id, out BudgetAccount? account))
        {
            return;
        }

        foreach (BudgetAlert alert in account.End(lease.Id, usedTokens, _time.GetUtcNow()))
        {
            _options.OnAlert?.Invoke(alert);
        }
    }

    private BudgetAccount AccountOf(string tenant, DateTimeOffset now)
    {
        DateOnly day = DayOf(now);
        if (Interlocked.Exchange(ref _sweptDay, day.DayNumber) != day.DayNumber)
        {
            ForgetDaysBefore(day, now);
        }

        return _accounts.GetOrAdd((tenant, day), static (key, ledger) => new BudgetAccount(key.Tenant, key.Day, ledger._options, ledger.Forget), this);
    }

    private void ForgetDaysBefore(DateOnly day, DateTimeOffset now)
    {
        foreach (((string, DateOnly) key, BudgetAccount account) in _accounts)
        {
            if (account.Day < day && account.IsIdle(now))
            {
                _accounts.TryRemove(key, out _);
            }
        }
    }

    // Unique in this ledger is all that an id must be.
    private Guid NextId() => new(0, 0, 0, BitConverter.GetBytes(Interlocked.Increment(ref _lastId)));

    private void Forget(Guid id) => _homes.TryRemove(id, out _);

    private static DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
