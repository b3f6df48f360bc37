using LlmAspects.Components.Quality;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>What is stored: a copy that nobody else holds.</summary>
internal sealed class CacheEntry(ChatResponse response, CacheStamp stamp, DateTimeOffset expiresAt)
{
    public ChatResponse Response => response;

    public CacheStamp Stamp => stamp;

    public DateTimeOffset ExpiresAt => expiresAt;

    /// <summary>The same on the clock of the tier that holds it, which sets it before anybody can find the entry.</summary>
    public long Deadline { get; set; }

    public QualityReport? Quality { get; init; }

    public decimal? Cost
    {
        get;
        init
        {
            field = value;
            CostParts = CacheCounters.ToParts(value);
        }
    }

    /// <summary>The cost in the parts that are counted.</summary>
    public long CostParts { get; private init; }

    public TimeSpan? Duration { get; init; }

    /// <summary>The tokens of the call, as its provider reported them.</summary>
    public long Tokens { get; } = TokensOf(response.Usage);

    public CachedAnswer ToAnswer(CacheOutcome outcome, double? similarity = null) => CachedAnswer.CopyOf(response, outcome, Quality, Cost, similarity);

    public static long TokensOf(UsageDetails? usage) => usage is null ? 0 : usage.TotalTokenCount ?? ((usage.InputTokenCount ?? 0) + (usage.OutputTokenCount ?? 0));
}
