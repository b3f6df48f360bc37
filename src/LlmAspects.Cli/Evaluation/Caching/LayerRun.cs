using LlmAspects.Components.Caching;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>Which requests of a trace the cache layer itself hits.</summary>
internal static class LayerRun
{
    public static bool[] Hits(int[] trace, int slots, CancellationToken cancellationToken)
    {
        // Maintenance between two requests, so that the figures do not depend on timing. Hashes of texts differ from run to run, and the last digits with them.
        var cache = new LlmCacheLayer(new LlmCacheOptions { MaxEntries = slots, ForegroundMaintenance = true });
        var keys = trace.Distinct().ToDictionary(static number => number, KeyOf);
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

    private static CacheKey KeyOf(int number) =>
        CacheKey.TryCreate(CacheTarget.Auto("1"), [new ChatMessage(ChatRole.User, FormattableString.Invariant($"{number}"))], options: null, out CacheKey key, out string? obstacle)
            ? key
            : throw new InvalidOperationException(obstacle);
}
