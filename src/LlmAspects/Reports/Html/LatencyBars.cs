using LlmAspects.Tracing;

namespace LlmAspects.Reports.Html;

/// <summary>Joins the ranges of a distribution until they fit a chart.</summary>
internal static class LatencyBars
{
    internal const int Most = 40;

    internal static IReadOnlyList<LatencyBucket> Of(IReadOnlyList<LatencyBucket> distribution)
    {
        var joined = (distribution.Count + Most - 1) / Most;
        return joined <= 1 ? distribution : [.. distribution.Chunk(joined).Select(static part => new LatencyBucket(part[0].FromMilliseconds, part[^1].ToMilliseconds, part.Sum(static bucket => bucket.Count)))];
    }
}
