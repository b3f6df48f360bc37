namespace LlmAspects.Components.Redis;

/// <summary>Where and by which clock a <see cref="RedisBudgetLedger"/> keeps its numbers.</summary>
public sealed record RedisBudgetOptions
{
    /// <summary>What every key begins with, not empty and without braces: ledgers with the same beginning share their budgets. The default is <c>llmaspects:budget</c>.</summary>
    public string KeyPrefix { get; init; } = "llmaspects:budget";

    /// <summary>The database, at least 0. The default is <see langword="null"/>: the one of the connection; a cluster has only 0.</summary>
    public int? Database { get; init; }

    /// <summary>
    /// Whether the clock of the Redis server says which day it is and when leases lapse, so that machines with different clocks agree. The default is <see langword="true"/>;
    /// <see langword="false"/> takes the <see cref="TimeProvider"/> of the ledger and is for tests, and for a single machine.
    /// </summary>
    public bool UseServerTime { get; init; } = true;

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(KeyPrefix);
        if (KeyPrefix.AsSpan().ContainsAny('{', '}'))
        {
            throw new ArgumentException("Braces would replace the hash tag of the tenant, which keeps its keys on one slot.", nameof(KeyPrefix));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Database ?? 0, nameof(Database));
    }
}
