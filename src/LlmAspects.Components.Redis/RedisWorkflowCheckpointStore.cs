using System.Text.Json;
using LlmAspects.Components.Orchestration;
using StackExchange.Redis;

namespace LlmAspects.Components.Redis;

/// <summary>Keeps workflows on Redis, one hash a workflow and one field a step, so that another machine can continue them. Thread-safe.</summary>
/// <remarks>
/// Every operation is one round trip. A lost connection or a time-out is tried again: every operation may be repeated. Answers stand in Redis as they are. How much survives the end of the
/// server is up to its own persistence.
/// </remarks>
[LlmComponent("redis_workflow_checkpoints")]
public sealed partial class RedisWorkflowCheckpointStore : IWorkflowCheckpointStore
{
    private const string SaveScript = """
        redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2])
        redis.call('PEXPIRE', KEYS[1], ARGV[3])
        return 1
        """;

    private readonly IDatabase _database;
    private readonly RedisWorkflowCheckpointOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Creates a store on a connection, which stays the caller's.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="options">Where workflows are kept; <see langword="null"/> gives the defaults.</param>
    /// <param name="timeProvider">The clock of the delays of retries; <see langword="null"/> is the system's.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public RedisWorkflowCheckpointStore(IConnectionMultiplexer connection, RedisWorkflowCheckpointOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _options = options ?? new RedisWorkflowCheckpointOptions();
        _options.Validate();
        _time = timeProvider ?? TimeProvider.System;
        _database = connection.GetDatabase(_options.Database ?? -1);
    }

    /// <inheritdoc/>
    [ErrorContext, TracePerformance, RetryWithBackoff(BaseDelayMilliseconds = 50, MaximumDelayMilliseconds = 500, Handle = [typeof(RedisConnectionException), typeof(RedisTimeoutException)], TimeProvider = nameof(_time))]
    public partial ValueTask<IReadOnlyList<NodeCheckpoint>> LoadAsync(WorkflowCheckpointKey key, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    [ErrorContext, TracePerformance, RetryWithBackoff(BaseDelayMilliseconds = 50, MaximumDelayMilliseconds = 500, Handle = [typeof(RedisConnectionException), typeof(RedisTimeoutException)], TimeProvider = nameof(_time))]
    public partial ValueTask SaveAsync(WorkflowCheckpointKey key, NodeCheckpoint node, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    [ErrorContext, TracePerformance, RetryWithBackoff(BaseDelayMilliseconds = 50, MaximumDelayMilliseconds = 500, Handle = [typeof(RedisConnectionException), typeof(RedisTimeoutException)], TimeProvider = nameof(_time))]
    public partial ValueTask<bool> RemoveAsync(WorkflowCheckpointKey key, CancellationToken cancellationToken = default);

    private async ValueTask<IReadOnlyList<NodeCheckpoint>> LoadCoreAsync(WorkflowCheckpointKey key, CancellationToken cancellationToken)
    {
        HashEntry[] fields = await AskAsync(_database.HashGetAllAsync(KeyOf(key)), cancellationToken).ConfigureAwait(false);
        return [.. fields.Select(field => Read(key, field))];
    }

    private async ValueTask SaveCoreAsync(WorkflowCheckpointKey key, NodeCheckpoint node, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(node);
        RedisValue[] arguments = [node.Step, NodeCheckpointJson.Write(node), (long)_options.KeptFor.TotalMilliseconds];
        await AskAsync(_database.ScriptEvaluateAsync(SaveScript, [KeyOf(key)], arguments), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> RemoveCoreAsync(WorkflowCheckpointKey key, CancellationToken cancellationToken) =>
        await AskAsync(_database.KeyDeleteAsync(KeyOf(key)), cancellationToken).ConfigureAwait(false);

    private static async Task<T> AskAsync<T>(Task<T> command, CancellationToken cancellationToken)
    {
        try
        {
            return await command.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            // The client cancels what was on its way when the connection ends; nobody asked for that.
            throw new RedisConnectionException(ConnectionFailureType.SocketClosed, "The connection ended before the answer came.", error);
        }
    }

    private static NodeCheckpoint Read(WorkflowCheckpointKey key, HashEntry field)
    {
        try
        {
            NodeCheckpoint node = NodeCheckpointJson.Read((byte[])field.Value!);
            return node.Step == field.Name ? node : throw Damaged(key, field, null);
        }
        catch (JsonException error)
        {
            throw Damaged(key, field, error);
        }
    }

    // A length before the tenant: no other pair of tenant and workflow makes the same key.
    private RedisKey KeyOf(WorkflowCheckpointKey key) => FormattableString.Invariant($"{_options.KeyPrefix}:{key.Tenant.Length}:{key.Tenant}:{key.WorkflowId}");

    private static WorkflowCheckpointException Damaged(WorkflowCheckpointKey key, HashEntry field, JsonException? error) => new(
        WorkflowCheckpointException.Damaged,
        $"The step '{field.Name}' of the workflow '{key.WorkflowId}' is not a record of it. Forget the workflow to run it again.",
        error);
}
