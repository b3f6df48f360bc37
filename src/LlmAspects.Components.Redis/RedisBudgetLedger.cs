using LlmAspects.Components.Tokens;
using StackExchange.Redis;

namespace LlmAspects.Components.Redis;

/// <summary>
/// Budgets by tenant, workflow and day (UTC) on Redis, shared by every ledger with the same keys. The rules are those of <see cref="InMemoryBudgetLedger"/>. Thread-safe.
/// </summary>
/// <remarks>
/// Every operation is one script and one round trip; only the first one of a day, and one at midnight, may need a second. Sums are exact up to 2^53 tokens.
/// A lost connection or a time-out is tried again: every operation may be repeated. A cancelled reservation may be held until its lease lapses, which gives it back.
/// Keys expire two days and a lease after they were last written.
/// </remarks>
[LlmComponent("redis_budget_ledger")]
public sealed partial class RedisBudgetLedger : IBudgetLedger
{
    private static readonly TimeSpan KeptDays = TimeSpan.FromDays(2);

    private readonly IDatabase _database;
    private readonly BudgetOptions _budget;
    private readonly RedisBudgetOptions _options;
    private readonly TimeProvider _time;
    private readonly long _lease;
    private readonly long _keptFor;

    // By how many days the clock of the server was ahead of ours when it last mattered.
    private int _daysAhead;

    /// <summary>Creates a ledger on a connection, which stays the caller's.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="budget">The limits, the same for every ledger that shares the keys; <see langword="null"/> gives the defaults (no limit). Alerts are told to the ledger that settles.</param>
    /// <param name="options">Where the numbers are; <see langword="null"/> gives the defaults.</param>
    /// <param name="timeProvider">The clock of <see cref="BudgetLease.ExpiresAt"/> and of the delays of retries; <see langword="null"/> is the system's.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public RedisBudgetLedger(IConnectionMultiplexer connection, BudgetOptions? budget = null, RedisBudgetOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _budget = budget ?? new BudgetOptions();
        _budget.Validate();
        _options = options ?? new RedisBudgetOptions();
        _options.Validate();
        _time = timeProvider ?? TimeProvider.System;
        _database = connection.GetDatabase(_options.Database ?? -1);
        _lease = Math.Max(1, (long)_budget.LeaseDuration.TotalMilliseconds);
        _keptFor = _lease + (long)KeptDays.TotalMilliseconds;
    }

    private long Now => _options.UseServerTime ? -1 : _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The request has negative input or less than one output token.</exception>
    [ErrorContext(Expected = [typeof(BudgetExceededException)]), TracePerformance]
    public partial ValueTask<BudgetLease> ReserveAsync(BudgetRequest request, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    /// <exception cref="BudgetLeaseExpiredException">The lease is not alive any more: its tokens were given back, so the request must not go out.</exception>
    [ErrorContext, TracePerformance]
    public partial ValueTask MarkSentAsync(BudgetLease lease, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    /// <remarks>A lease that is not alive any more stays as it is.</remarks>
    [ErrorContext, TracePerformance]
    public partial ValueTask RenewAsync(BudgetLease lease, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    [ErrorContext, TracePerformance]
    public partial ValueTask SettleAsync(BudgetLease lease, long usedTokens, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    [ErrorContext, TracePerformance]
    public partial ValueTask ReleaseAsync(BudgetLease lease, CancellationToken cancellationToken = default);

    /// <summary>What a tenant used and reserved today.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Cancels the wait for Redis.</param>
    [ErrorContext, TracePerformance]
    public partial ValueTask<BudgetStatus> GetStatusAsync(string tenant, CancellationToken cancellationToken = default);

    /// <summary>What a workflow of a tenant used and reserved today.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="workflow">The workflow.</param>
    /// <param name="cancellationToken">Cancels the wait for Redis.</param>
    /// <returns><see langword="null"/> when workflows have no limit: they are not counted then.</returns>
    [ErrorContext, TracePerformance]
    public partial ValueTask<BudgetStatus?> GetWorkflowStatusAsync(string tenant, string workflow, CancellationToken cancellationToken = default);

    // One round trip. A repeated script finds what the first one did, so it may be sent again when the answer was lost.
    [RetryWithBackoff(BaseDelayMilliseconds = 50, MaximumDelayMilliseconds = 500, Handle = [typeof(RedisConnectionException), typeof(RedisTimeoutException)], TimeProvider = nameof(_time))]
    private partial Task<long[]> EvaluateAsync(string script, RedisKey[] keys, RedisValue[] arguments, CancellationToken cancellationToken);

    private async ValueTask<BudgetLease> ReserveCoreAsync(BudgetRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request.Tenant);
        ArgumentOutOfRangeException.ThrowIfNegative(request.InputTokens);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.MaxOutputTokens, 1);
        DateTimeOffset expiresAt = _time.GetUtcNow() + _budget.LeaseDuration;
        Guid id = default;
        (long[] answer, _) = await TodayAsync(BudgetScripts.Reserve, request.Tenant, day => ReserveArguments(id = BudgetKeys.NewLease(day), request), cancellationToken).ConfigureAwait(false);
        if (answer is [BudgetScripts.Exceeded, var isOfWorkflow, var left])
        {
            throw isOfWorkflow == 1
                ? new BudgetExceededException(request.Tenant, request.Workflow!, request.TotalTokens, left)
                : new BudgetExceededException(request.Tenant, request.TotalTokens, left);
        }

        return new BudgetLease(id, request, expiresAt);
    }

    private async ValueTask MarkSentCoreAsync(BudgetLease lease, CancellationToken cancellationToken)
    {
        if (!await TouchAsync(lease, sent: true, cancellationToken).ConfigureAwait(false))
        {
            throw new BudgetLeaseExpiredException(lease);
        }
    }

    private async ValueTask RenewCoreAsync(BudgetLease lease, CancellationToken cancellationToken) =>
        await TouchAsync(lease, sent: false, cancellationToken).ConfigureAwait(false);

    private ValueTask SettleCoreAsync(BudgetLease lease, long usedTokens, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(usedTokens);
        return EndAsync(lease, usedTokens, cancellationToken);
    }

    private ValueTask ReleaseCoreAsync(BudgetLease lease, CancellationToken cancellationToken) => EndAsync(lease, usedTokens: 0, cancellationToken);

    private async ValueTask<BudgetStatus> GetStatusCoreAsync(string tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        (long[] answer, DateOnly day) = await TodayAsync(BudgetScripts.Status, tenant, _ => [""], cancellationToken).ConfigureAwait(false);
        return new BudgetStatus(tenant, day, answer[1], answer[2], _budget.LimitOf(tenant));
    }

    private async ValueTask<BudgetStatus?> GetWorkflowStatusCoreAsync(string tenant, string workflow, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(workflow);
        if (_budget.WorkflowTokens is not { } limit)
        {
            return null;
        }

        (long[] answer, DateOnly day) = await TodayAsync(BudgetScripts.Status, tenant, _ => [FieldOf(workflow)], cancellationToken).ConfigureAwait(false);
        return new BudgetStatus(tenant, day, answer[1], answer[2], limit) { Workflow = workflow };
    }

    private async Task<long[]> EvaluateCoreAsync(string script, RedisKey[] keys, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            return (long[])(await _database.ScriptEvaluateAsync(script, keys, arguments).WaitAsync(cancellationToken).ConfigureAwait(false))!;
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            // The client cancels what was on its way when the connection ends; nobody asked for that.
            throw new RedisConnectionException(ConnectionFailureType.SocketClosed, "The connection ended before the answer came.", error);
        }
    }

    private async ValueTask<bool> TouchAsync(BudgetLease lease, bool sent, CancellationToken cancellationToken) =>
        await LeaseAsync(BudgetScripts.Touch, lease, [sent, _lease], cancellationToken).ConfigureAwait(false) is [1];

    private async ValueTask EndAsync(BudgetLease lease, long usedTokens, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        string tenant = lease.Request.Tenant;
        long? limit = _budget.LimitOf(tenant);
        long[] answer = await LeaseAsync(BudgetScripts.End, lease, [usedTokens, limit is null ? -1 : _budget.AlertFraction * limit.Value], cancellationToken).ConfigureAwait(false);
        if (answer is not [1, var isAbove, var isReached, var used])
        {
            return;
        }

        if (isAbove == 1)
        {
            _budget.OnAlert?.Invoke(new BudgetAlert(tenant, BudgetKeys.DayOf(lease.Id), BudgetAlertKind.SettledAboveReservation, used, limit));
        }

        if (isReached == 1)
        {
            _budget.OnAlert?.Invoke(new BudgetAlert(tenant, BudgetKeys.DayOf(lease.Id), BudgetAlertKind.FractionReached, used, limit));
        }
    }

    private Task<long[]> LeaseAsync(string script, BudgetLease lease, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        cancellationToken.ThrowIfCancellationRequested();
        RedisKey[] keys = BudgetKeys.Of(_options.KeyPrefix, lease.Request.Tenant, BudgetKeys.DayOf(lease.Id));
        return EvaluateAsync(script, keys, [Now, _keptFor, NameOf(lease.Id), .. arguments], cancellationToken);
    }

    // The keys name the day, but only the server knows which it is: when it says another one than we thought, we ask again.
    private async ValueTask<(long[] Answer, DateOnly Day)> TodayAsync(string script, string tenant, Func<DateOnly, RedisValue[]> arguments, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        DateOnly ours = DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime);
        DateOnly day = ours.AddDays(Volatile.Read(ref _daysAhead));
        while (true)
        {
            RedisValue[] all = [Now, _keptFor, .. arguments(day), day.DayNumber - epoch];
            long[] answer = await EvaluateAsync(script, BudgetKeys.Of(_options.KeyPrefix, tenant, day), all, cancellationToken).ConfigureAwait(false);
            if (answer is not [BudgetScripts.OtherDay, var today])
            {
                return (answer, day);
            }

            day = DateOnly.FromDayNumber((int)today + epoch);
            Volatile.Write(ref _daysAhead, day.DayNumber - ours.DayNumber);
        }
    }

    private RedisValue[] ReserveArguments(Guid id, BudgetRequest request)
    {
        long? ofWorkflow = request.Workflow is null ? null : _budget.WorkflowTokens;
        RedisValue workflow = ofWorkflow is null ? "" : FieldOf(request.Workflow!);
        return [NameOf(id), request.TotalTokens, workflow, _budget.LimitOf(request.Tenant) ?? -1, ofWorkflow ?? -1, _lease];
    }

    private static string FieldOf(string workflow) => ":" + workflow;

    private static string NameOf(Guid id) => id.ToString("N");
}
