namespace LlmAspects.Components.Redis;

/// <summary>Where <see cref="RedisCacheGenerations"/> keeps its numbers, and for how long.</summary>
public sealed record RedisCacheGenerationsOptions
{
    /// <summary>What every key and the channel begin with, not empty: caches with the same beginning share what is invalidated. The default is <c>llmaspects:generation</c>.</summary>
    public string KeyPrefix { get; init; } = "llmaspects:generation";

    /// <summary>How long a number is taken for current without asking, from zero to one minute: how late an invalidation may be seen when its message is lost. The default is 1 s.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the number of an invalidated scope is kept, more than zero; longer than the time to live of every entry. The default is 7 days.</summary>
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The database, at least 0. The default is <see langword="null"/>: the one of the connection; a cluster has only 0.</summary>
    public int? Database { get; init; }

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(KeyPrefix);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAge, TimeSpan.Zero, nameof(MaxAge));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxAge, TimeSpan.FromMinutes(1), nameof(MaxAge));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(KeptFor, TimeSpan.Zero, nameof(KeptFor));
        ArgumentOutOfRangeException.ThrowIfNegative(Database ?? 0, nameof(Database));
    }
}
