using LlmAspects.Components.Quality;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>An answer out of the cache. Thread-safe to read; what is done to its response reaches nobody else.</summary>
public sealed class CachedAnswer
{
    private readonly ChatResponse? _stored;
    private ChatResponse? _response;

    /// <summary>Creates an answer.</summary>
    /// <param name="response">The response, as it is.</param>
    /// <param name="outcome">Whether it was stored, shared with another caller, or fresh.</param>
    public CachedAnswer(ChatResponse response, CacheOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(response);
        _response = response;
        Outcome = outcome;
    }

    private CachedAnswer(CacheOutcome outcome, ChatResponse stored)
    {
        _stored = stored;
        Outcome = outcome;
    }

    /// <summary>The answer, with the model that served it: a copy of the caller's own, made when it is first read.</summary>
    public ChatResponse Response => Volatile.Read(ref _response) ?? Copy();

    /// <summary>Whether it was stored, shared with another caller, or fresh.</summary>
    public CacheOutcome Outcome { get; }

    /// <summary>What the quality monitor said when the answer was fresh.</summary>
    public QualityReport? Quality { get; init; }

    /// <summary>What the answer cost when it was fresh, in US dollars; <see langword="null"/>: not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>How similar the question of a <see cref="CacheOutcome.Similar"/> answer is, from 0 to 1; <see langword="null"/> for others. <see cref="LlmCacheLayer.ReportSimilarHit"/> takes it with a verdict.</summary>
    public double? Similarity { get; init; }

    /// <summary>An answer that is copied when it is read.</summary>
    internal static CachedAnswer CopyOf(ChatResponse stored, CacheOutcome outcome, QualityReport? quality, decimal? cost, double? similarity = null) =>
        new(outcome, stored) { Quality = quality, Cost = cost, Similarity = similarity };

    private ChatResponse Copy()
    {
        ChatResponse copy = ResponseCopy.Of(_stored!)!;
        return Interlocked.CompareExchange(ref _response, copy, null) ?? copy;
    }
}
