namespace LlmAspects.Tracing;

/// <summary>The names under which spans, tags and metrics leave the process. They are a contract with dashboards and alerts.</summary>
public static class TelemetryNames
{
    /// <summary>The activity source and meter of assemblies without <see cref="LlmAspectsSourceAttribute"/>.</summary>
    public const string DefaultSource = "LlmAspects";

    /// <summary>Tag: the component of an operation.</summary>
    public const string Component = "llmaspects.component";

    /// <summary>Tag: the operation.</summary>
    public const string Operation = "llmaspects.operation";

    /// <summary>Tag on failures only: the full name of the exception's type.</summary>
    public const string ErrorType = "error.type";

    /// <summary>Tag: <c>cancelled</c>, <c>disposed_early</c> or <c>abandoned</c>; absent on success and failure.</summary>
    public const string Outcome = "llmaspects.outcome";

    /// <summary>Tag on spans of streams: how many items were delivered.</summary>
    public const string ItemCount = "llmaspects.item_count";

    /// <summary>Tag: the result of a pending <c>ValueTask</c> was fetched after its completion, so the duration is not known.</summary>
    public const string ConsumedLate = "llmaspects.consumed_late";

    /// <summary>Histogram, seconds: how long operations took.</summary>
    public const string DurationMetric = "llmaspects.operation.duration";

    /// <summary>Histogram, seconds: from the first pull of a stream to its first item.</summary>
    public const string TimeToFirstItemMetric = "llmaspects.operation.time_to_first_item";

    /// <summary>Histogram, seconds: from one item of a stream to the next, the consumer's own time included. Items are timed one by one only while it has a listener or with <see cref="TracePerformanceAttribute.ItemTiming"/>.</summary>
    public const string TimePerItemMetric = "llmaspects.operation.time_per_item";

    /// <summary>Counter: items that streams delivered.</summary>
    public const string ItemsMetric = "llmaspects.operation.items";

    /// <summary>Counter: failed calls. Cancelled calls do not count.</summary>
    public const string ErrorsMetric = "llmaspects.operation.errors";

    internal const string CancelledOutcome = "cancelled";
    internal const string DisposedEarlyOutcome = "disposed_early";
    internal const string AbandonedOutcome = "abandoned";
}
