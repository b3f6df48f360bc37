using System.Diagnostics;
using LlmAspects.Runtime;

namespace LlmAspects.Tracing;

/// <summary>Turns counters into statistics.</summary>
internal static class StatsCalculator
{
    internal static PerformanceStats Calculate(OperationIdentity operation, StatisticsTotals totals)
    {
        var timed = totals.Timed;
        var count = timed + totals.Untimed;
        // The outcome of a call that ended during a clear may be counted without the call.
        var succeeded = Math.Max(0, count - totals.Errors - totals.Cancelled - totals.DisposedEarly - totals.Expected - totals.Abandoned);
        var stats = new PerformanceStats
        {
            Component = operation.Component,
            Operation = operation.Name,
            Source = operation.Telemetry.Name,
            Count = count,
            SuccessCount = succeeded,
            ErrorCount = totals.Errors + totals.UnmeasuredErrors,
            CancelledCount = totals.Cancelled,
            DisposedEarlyCount = totals.DisposedEarly,
            ExpectedCount = totals.Expected,
            AbandonedCount = totals.Abandoned,
            UntimedCount = totals.Untimed,
            SuccessRate = Rate(succeeded, count),
            ErrorRate = Rate(totals.Errors, count),
            CancelledRate = Rate(totals.Cancelled, count),
            DurationMissingReason = timed > 0 ? null : operation.IsMeasured ? PerformanceStats.NoTimedCall : PerformanceStats.NotMeasured,
            StreamCount = totals.Streams,
            ItemCount = totals.Items,
        };
        return AddItems(timed > 0 ? AddDurations(stats, totals, timed) : stats, totals);
    }

    internal static double ToMilliseconds(double ticks) => ticks * 1000.0 / Stopwatch.Frequency;

    private static PerformanceStats AddDurations(PerformanceStats stats, StatisticsTotals totals, long timed) => stats with
    {
        TotalMilliseconds = ToMilliseconds(totals.Total),
        MinMilliseconds = ToMilliseconds(totals.Min <= totals.Max ? totals.Min : totals.Quantile(0)),
        MaxMilliseconds = ToMilliseconds(totals.Min <= totals.Max ? totals.Max : totals.Quantile(1)),
        MeanMilliseconds = ToMilliseconds((double)totals.Total / timed),
        P50Milliseconds = ToMilliseconds(totals.Quantile(0.50)),
        P95Milliseconds = ToMilliseconds(totals.Quantile(0.95)),
        P99Milliseconds = ToMilliseconds(totals.Quantile(0.99)),
        Distribution = [.. totals.Buckets.Index().Where(static bucket => bucket.Item > 0).Select(static bucket => new LatencyBucket(
            ToMilliseconds(LatencyBuckets.LowerBound(bucket.Index)), ToMilliseconds(LatencyBuckets.UpperBound(bucket.Index) + 1.0), bucket.Item))],
    };

    private static PerformanceStats AddItems(PerformanceStats stats, StatisticsTotals totals) => totals.Items == 0 ? stats : stats with
    {
        MeanTimeToFirstItemMilliseconds = ToMilliseconds((double)totals.FirstItemTotal / totals.FirstItems),
        MeanTimeBetweenItemsMilliseconds = totals.BetweenItems == 0 ? null : ToMilliseconds((double)totals.BetweenTotal / totals.BetweenItems),
        MaxTimeBetweenItemsMilliseconds = totals.LongestItem < 0 ? null : ToMilliseconds(totals.LongestItem),
    };

    private static double? Rate(long part, long count) => count == 0 ? null : (double)part / count;
}
