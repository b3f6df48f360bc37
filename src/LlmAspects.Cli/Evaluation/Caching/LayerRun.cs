using LlmAspects.Components.Caching;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>Which requests of a trace the cache layer itself hits.</summary>
internal static class LayerRun
{
    /// <param name="trace">The requests.</param>
    /// <param name="slots">The most entries.</param>
    /// <param name="seed">Other keys, and other hashes with them, for each.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static bool[] Hits(int[] trace, int slots, int seed, CancellationToken cancellationToken)
    {
        // Maintenance between two requests, so that the figures do not depend on timing. They depend on which keys collide in the sketch of frequencies.
        var cache = new LlmCacheLayer(new LlmCacheOptions { MaxEntries = slots, ForegroundMaintenance = true });
        var keys = trace.Distinct().ToDictionary(static number => number, number => KeyOf(number, seed));
        var candidate = new CacheCandidate(new ChatResponse(new ChatMessage(ChatRole.Assistant, "answer")) { FinishReason = ChatFinishReason.Stop });
        var hits = new bool[trace.Length];
        for (int time = 0; time < trace.Length; time++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CacheKey key = keys[trace[time]];
            hits[time] = cache.TryGet(key, out _);
            if (!hits[time])
            {
                cache.TrySet(key, candidate, out _);
            }
        }

        return hits;
    }

    private static CacheKey KeyOf(int number, int seed) =>
        CacheKey.TryCreate(CacheTarget.Auto("1"), [new ChatMessage(ChatRole.User, FormattableString.Invariant($"{number} of {seed}"))], options: null, out CacheKey key, out string? obstacle)
            ? key
            : throw new InvalidOperationException(obstacle);
}
