using LlmAspects.Components.Quality;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>A fresh answer, before the cache decides whether to keep it.</summary>
/// <param name="Response">The answer; its <see cref="ChatResponse.ModelId"/> is the model that served.</param>
public sealed record CacheCandidate(ChatResponse Response)
{
    /// <summary>The only model whose answer may be stored. The default is <see langword="null"/>: any.</summary>
    public string? PinnedModelId { get; init; }

    /// <summary>What the quality monitor said; stored with the answer. The default is <see langword="null"/>.</summary>
    public QualityReport? Quality { get; init; }

    /// <summary>What the answer cost in US dollars: what a hit saves. The default is <see langword="null"/>: not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>How long the model took, zero or more: what a hit saves. The default is <see langword="null"/>: not known; <see cref="LlmCacheLayer.GetOrCreateAsync"/> measures it.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether some members of a panel did not answer: with all of them it may be another one. The default is <see langword="false"/>.</summary>
    public bool IsPartial { get; init; }

    /// <summary>What the caller who made it gets.</summary>
    internal CachedAnswer ToAnswer() => new(Response, CacheOutcome.Miss) { Quality = Quality, Cost = Cost };
}
