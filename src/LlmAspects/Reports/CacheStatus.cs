namespace LlmAspects.Reports;

/// <summary>What a cache did since it was made.</summary>
public sealed record CacheStatus
{
    /// <summary>The name of the cache, for example its component.</summary>
    public required string Name { get; init; }

    /// <summary>Entries now.</summary>
    public required long Entries { get; init; }

    /// <summary>How many entries it holds at most; <see langword="null"/> when that is not known.</summary>
    public long? Capacity { get; init; }

    /// <summary>Look-ups that found an entry.</summary>
    public required long Hits { get; init; }

    /// <summary>Look-ups that found none.</summary>
    public required long Misses { get; init; }

    /// <summary>Entries dropped to make room.</summary>
    public long Evicted { get; init; }

    /// <summary>Entries dropped because their time was over.</summary>
    public long Expired { get; init; }

    /// <summary>What the hits would have cost, in US dollars, as far as prices are known.</summary>
    public decimal? CostSaved { get; init; }

    /// <summary>Hits in all look-ups, from 0 to 1; <see langword="null"/> before the first.</summary>
    public double? HitRatio => Hits + Misses == 0 ? null : (double)Hits / (Hits + Misses);
}
