using LlmAspects.Components.Quality;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>An answer out of the cache. The response is the caller's own copy.</summary>
/// <param name="Response">The answer, with the model that served it.</param>
/// <param name="Outcome">Whether it was stored, shared with another caller, or fresh.</param>
public sealed record CachedAnswer(ChatResponse Response, CacheOutcome Outcome)
{
    /// <summary>What the quality monitor said when the answer was fresh.</summary>
    public QualityReport? Quality { get; init; }

    /// <summary>What the answer cost when it was fresh, in US dollars; <see langword="null"/>: not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>How similar the question of a <see cref="CacheOutcome.Similar"/> answer is, from 0 to 1; <see langword="null"/> for others. <see cref="LlmCacheLayer.ReportSimilarHit"/> takes it with a verdict.</summary>
    public double? Similarity { get; init; }
}
