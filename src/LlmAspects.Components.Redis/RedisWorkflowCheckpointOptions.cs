namespace LlmAspects.Components.Redis;

/// <summary>Where a <see cref="RedisWorkflowCheckpointStore"/> keeps workflows, and for how long.</summary>
public sealed record RedisWorkflowCheckpointOptions
{
    /// <summary>What every key begins with, not empty: stores with the same beginning share their workflows. The default is <c>llmaspects:workflow</c>.</summary>
    public string KeyPrefix { get; init; } = "llmaspects:workflow";

    /// <summary>How long a workflow is kept after its last step was, at least 1 ms. The default is 7 days.</summary>
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The database, at least 0. The default is <see langword="null"/>: the one of the connection; a cluster has only 0.</summary>
    public int? Database { get; init; }

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(KeyPrefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(KeptFor, TimeSpan.FromMilliseconds(1), nameof(KeptFor));
        ArgumentOutOfRangeException.ThrowIfNegative(Database ?? 0, nameof(Database));
    }
}
