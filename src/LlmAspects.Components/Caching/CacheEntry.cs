using LlmAspects.Components.Quality;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>What is stored: a copy that nobody else holds.</summary>
internal sealed class CacheEntry(ChatResponse response, QualityReport? quality, decimal? cost, DateTimeOffset expiresAt)
{
    public DateTimeOffset ExpiresAt => expiresAt;

    public decimal? Cost => cost;

    public CachedAnswer ToAnswer(CacheOutcome outcome) => new(ResponseCopy.Of(response)!, outcome) { Quality = quality, Cost = cost };
}
