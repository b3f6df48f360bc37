namespace LlmAspects.Components.Tokens;

/// <summary>What is used and reserved of one limit. Not thread-safe.</summary>
internal sealed class BudgetSums(long? limit)
{
    public long? Limit => limit;

    public long Used { get; private set; }

    public long Reserved { get; private set; }

    /// <summary>What can still be reserved, at least 0; without a limit everything.</summary>
    public long Available => limit is { } most ? Math.Max(0, most - Used - Reserved) : long.MaxValue;

    public void Reserve(long tokens) => Reserved += tokens;

    public void End(long reserved, long used)
    {
        Reserved -= reserved;
        Used += used;
    }
}
