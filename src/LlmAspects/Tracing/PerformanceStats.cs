namespace LlmAspects.Tracing;

/// <summary>The statistics of one operation since the start of the process or the last <see cref="PerformanceTracer.Clear"/>.</summary>
/// <remarks>
/// Durations of all outcomes are taken together. Percentiles come from a histogram whose buckets are at most 12.5 % wide;
/// count, minimum, maximum and mean are exact.
/// </remarks>
public sealed record PerformanceStats
{
    /// <summary>Why durations and rates are missing for operations without <see cref="TracePerformanceAttribute"/>.</summary>
    public const string NotMeasured = "The operation carries no [TracePerformance]: only its errors are counted.";

    /// <summary>Why durations are missing when there was no call with a known duration.</summary>
    public const string NoTimedCall = "No call with a known duration yet.";

    /// <summary>The component.</summary>
    public required string Component { get; init; }

    /// <summary>The operation.</summary>
    public required string Operation { get; init; }

    /// <summary>The name of the activity source and meter.</summary>
    public required string Source { get; init; }

    /// <summary>The measured calls, whatever their outcome.</summary>
    public long Count { get; init; }

    /// <summary>Calls that succeeded.</summary>
    public long SuccessCount { get; init; }

    /// <summary>Calls that failed; for an operation with <see cref="ErrorContextAttribute"/> alone, too.</summary>
    public long ErrorCount { get; init; }

    /// <summary>Calls that the caller cancelled.</summary>
    public long CancelledCount { get; init; }

    /// <summary>Streams that their consumer disposed before the end.</summary>
    public long DisposedEarlyCount { get; init; }

    /// <summary>Calls that ended with an exception named by <see cref="ErrorContextAttribute.Expected"/>: neither success nor failure.</summary>
    public long ExpectedCount { get; init; }

    /// <summary>Streams that their consumer dropped without an end. When one that was not traced ended is not known: it is in <see cref="UntimedCount"/> too.</summary>
    public long AbandonedCount { get; init; }

    /// <summary>Calls in <see cref="Count"/> whose duration is not known and is in no duration here; those that <see cref="TracePerformanceAttribute.SampleEvery"/> leaves out among them.</summary>
    public long UntimedCount { get; init; }

    /// <summary>Succeeded calls by measured calls, 0 to 1; <see langword="null"/> without calls.</summary>
    public double? SuccessRate { get; init; }

    /// <summary>Failed calls by measured calls, 0 to 1; <see langword="null"/> without calls.</summary>
    public double? ErrorRate { get; init; }

    /// <summary>Cancelled calls by measured calls, 0 to 1; <see langword="null"/> without calls.</summary>
    public double? CancelledRate { get; init; }

    /// <summary>The sum of all durations.</summary>
    public double? TotalMilliseconds { get; init; }

    /// <summary>The shortest duration.</summary>
    public double? MinMilliseconds { get; init; }

    /// <summary>The longest duration.</summary>
    public double? MaxMilliseconds { get; init; }

    /// <summary>The arithmetic mean of the durations.</summary>
    public double? MeanMilliseconds { get; init; }

    /// <summary>The median duration.</summary>
    public double? P50Milliseconds { get; init; }

    /// <summary>95 % of the calls took no longer.</summary>
    public double? P95Milliseconds { get; init; }

    /// <summary>99 % of the calls took no longer.</summary>
    public double? P99Milliseconds { get; init; }

    /// <summary>How the durations are distributed, shortest first; ranges without a call are left out. <see langword="null"/> without durations.</summary>
    public IReadOnlyList<LatencyBucket>? Distribution { get; init; }

    /// <summary>Why the durations are missing; <see langword="null"/> when they are there.</summary>
    public string? DurationMissingReason { get; init; }

    /// <summary>Enumerations of streams that were pulled at least once.</summary>
    public long StreamCount { get; init; }

    /// <summary>Items that streams delivered.</summary>
    public long ItemCount { get; init; }

    /// <summary>The mean time from the first pull to the first item; <see langword="null"/> without items.</summary>
    public double? MeanTimeToFirstItemMilliseconds { get; init; }

    /// <summary>The mean time between two items, the end of the stream taken as the last one and the consumer's own time included; <see langword="null"/> without items.</summary>
    public double? MeanTimeBetweenItemsMilliseconds { get; init; }

    /// <summary>The longest time between two items; <see langword="null"/> unless items were timed one by one, see <see cref="TelemetryNames.TimePerItemMetric"/>.</summary>
    public double? MaxTimeBetweenItemsMilliseconds { get; init; }
}
