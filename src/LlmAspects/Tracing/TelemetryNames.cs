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

    /// <summary>Tag on failures only: the full name of the exception's type, or what <see cref="TracePerformanceAttribute.ErrorTypeFrom"/> leads to.</summary>
    public const string ErrorType = "error.type";

    /// <summary>Tag: <c>cancelled</c>, <c>disposed_early</c>, <c>abandoned</c> or <c>expected</c>; absent on success and failure.</summary>
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

    /// <summary>Counter: attempts of methods with <see cref="RetryWithBackoffAttribute"/>, by outcome: <c>succeeded</c>, <c>retried</c>, <c>failed</c> or <c>cancelled</c>.</summary>
    public const string AttemptsMetric = "llmaspects.operation.attempts";

    /// <summary>Tag on the span of an attempt that was retried: its number, from 1.</summary>
    public const string AttemptNumber = "llmaspects.attempt";

    /// <summary>Tag on the span of a <see cref="Resilience.SafeExecutor"/> whose fallback answered: <c>true</c>.</summary>
    public const string Fallback = "llmaspects.fallback";

    /// <summary>Tag of <see cref="TracePerformanceAttribute.RecordResult"/>: what the call returned.</summary>
    public const string Result = "llmaspects.result";

    /// <summary>Tag of <see cref="TracePerformanceAttribute.GenAI"/>: what the call does, for example <c>chat</c>.</summary>
    public const string GenAIOperationName = "gen_ai.operation.name";

    /// <summary>Tag of <see cref="TracePerformanceAttribute.GenAIProvider"/>.</summary>
    public const string GenAIProviderName = "gen_ai.provider.name";

    /// <summary>Histogram, seconds: how long calls of generative models took, by the OpenTelemetry conventions.</summary>
    public const string GenAIDurationMetric = "gen_ai.client.operation.duration";

    internal const string OtherError = "_OTHER";
    internal const string SucceededOutcome = "succeeded";
    internal const string RetriedOutcome = "retried";
    internal const string FailedOutcome = "failed";
    internal const string CancelledOutcome = "cancelled";
    internal const string DisposedEarlyOutcome = "disposed_early";
    internal const string ExpectedOutcome = "expected";
    internal const string AbandonedOutcome = "abandoned";
}
