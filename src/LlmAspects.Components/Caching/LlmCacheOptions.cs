using LlmAspects.Components.Caching.Semantic;

namespace LlmAspects.Components.Caching;

/// <summary>How much the answer cache keeps, and for how long.</summary>
public sealed record LlmCacheOptions
{
    /// <summary>The most entries, at least 3. The default is 10,000.</summary>
    public int MaxEntries { get; init; } = 10_000;

    /// <summary>How long an entry is served, more than zero. The default is 24 hours.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The largest entry in bytes, key included, at least 1,024. The default is 262,144 (256 kB).</summary>
    public int MaxEntryBytes { get; init; } = 256 * 1024;

    /// <summary>The least groundedness that is stored, from 0 to 1; an answer without a measured value is not judged. The default is 0.5.</summary>
    public double MinGroundedness { get; init; } = 0.5;

    /// <summary>When a stored answer serves a question that is worded differently. The default is <see langword="null"/>: never.</summary>
    public SemanticCacheOptions? Semantic { get; init; }

    /// <summary>
    /// Whether the bookkeeping of admission and eviction runs on the callers' threads instead of the thread pool: what is evicted then does not depend on timing (only on the hashes of the process),
    /// the bound holds at every moment, and a hit takes about half as long again. The default is <see langword="false"/>.
    /// </summary>
    public bool ForegroundMaintenance { get; init; }

    internal LlmCacheOptions Validated()
    {
        Semantic?.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxEntries, 3);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(TimeToLive, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxEntryBytes, 1024);
        if (MinGroundedness is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(MinGroundedness), MinGroundedness, "The least groundedness must be from 0 to 1.");
        }

        return this;
    }
}
