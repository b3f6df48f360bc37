namespace LlmAspects.Components.Caching;

/// <summary>What the cache did since it was made.</summary>
public sealed record CacheStatistics
{
    /// <summary>Look-ups that found an entry.</summary>
    public required long Hits { get; init; }

    /// <summary>Those of the hits that were stored for a question in other words.</summary>
    public required long Similar { get; init; }

    /// <summary>Look-ups that found none.</summary>
    public required long Misses { get; init; }

    /// <summary>Calls that shared the answer of a call under way.</summary>
    public required long Joined { get; init; }

    /// <summary>Answers stored.</summary>
    public required long Stored { get; init; }

    /// <summary>Answers that must not be stored.</summary>
    public required long Rejected { get; init; }

    /// <summary>Entries dropped to make room.</summary>
    public required long Evicted { get; init; }

    /// <summary>Entries dropped because their time was over.</summary>
    public required long Expired { get; init; }

    /// <summary>Entries dropped because their tenant or a tag of theirs was invalidated, as far as they were found.</summary>
    public required long Invalidated { get; init; }

    /// <summary>Entries now.</summary>
    public required int Count { get; init; }

    /// <summary>What hits and joined calls would have cost, in US dollars, as far as prices are known.</summary>
    public required decimal CostSaved { get; init; }

    /// <summary>The tokens that hits and joined calls would have used, as far as providers reported them.</summary>
    public required long TokensSaved { get; init; }

    /// <summary>The time that the calls behind hits and joined calls took.</summary>
    public required TimeSpan TimeSaved { get; init; }

    /// <summary>The mean time of a look-up in this process, of one look-up in 64; <see langword="null"/> before the first. The percentiles are those of the operation <c>llm_cache_layer.try_get</c>.</summary>
    public TimeSpan? MeanLookupTime { get; init; }

    /// <summary>The mean time of the calls that made answers; <see langword="null"/> before the first.</summary>
    public TimeSpan? MeanCallTime { get; init; }

    /// <summary>Hits in all look-ups, from 0 to 1; <see langword="null"/> before the first.</summary>
    public double? HitRatio => Hits + Misses == 0 ? null : (double)Hits / (Hits + Misses);
}
