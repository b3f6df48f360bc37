using System.Diagnostics;

namespace LlmAspects;

/// <summary>Measures every call of the method: statistics always; a span and metrics while somebody listens.</summary>
/// <remarks>
/// The method is declared <c>partial</c>; its body is the sibling <c>XxxCore</c> (<c>XxxCoreAsync</c> when the name ends in <c>Async</c>).
/// Nothing of the arguments or the result is recorded unless <see cref="TagAttribute"/> asks for it. Read the statistics with <see cref="Tracing.PerformanceTracer"/>. A stream or lazy sequence
/// is one call from its first pull to its end. A pending <see cref="ValueTask"/> is recorded when its result is fetched: fetched late, it is
/// counted without a duration; never fetched, it is not recorded.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public sealed class TracePerformanceAttribute : Attribute
{
    /// <summary>Names component and operation after the type and the method.</summary>
    public TracePerformanceAttribute()
    {
    }

    /// <summary>Names component and operation.</summary>
    /// <param name="component">The component name in snake_case.</param>
    /// <param name="operation">The operation name in snake_case.</param>
    public TracePerformanceAttribute(string component, string operation)
    {
        Component = component;
        Operation = operation;
    }

    /// <summary>The component name. The default is the name given by <see cref="LlmComponentAttribute"/>, else the type's name in snake_case.</summary>
    public string? Component { get; set; }

    /// <summary>The operation name. The default is the method's name in snake_case without <c>Async</c>.</summary>
    public string? Operation { get; set; }

    /// <summary>The name of the span; not empty. The default is <c>{component}.{operation}</c>, with <see cref="GenAI"/> the name of the conventions.</summary>
    public string? SpanName { get; set; }

    /// <summary>The kind of the span. The default is <see cref="ActivityKind.Internal"/>, with <see cref="GenAI"/> the kind of the conventions.</summary>
    public ActivityKind Kind { get; set; }

    /// <summary>What the call does with a generative model: the span follows the OpenTelemetry conventions for it. The default is <see cref="GenAIOperation.None"/>.</summary>
    /// <remarks>
    /// The span gets <c>gen_ai.operation.name</c>, the kind and the name of the conventions unless <see cref="Kind"/> or <see cref="SpanName"/> is given;
    /// <see cref="TagAttribute"/> adds further <c>gen_ai.*</c>. Calls of a service are also measured by <see cref="Tracing.TelemetryNames.GenAIDurationMetric"/>.
    /// </remarks>
    public GenAIOperation GenAI { get; set; }

    /// <summary>The <c>gen_ai.provider.name</c> of a <see cref="GenAI"/> call, for example <c>openai</c>; not empty. The default is <see langword="null"/>: none.</summary>
    public string? GenAIProvider { get; set; }

    /// <summary>How important the tracing is. The default is <see cref="AspectLevel.Information"/>.</summary>
    /// <remarks>Below the level of <see cref="LlmAspectsLevelAttribute"/> the method is compiled as if this attribute were not there.</remarks>
    public AspectLevel Level { get; set; } = AspectLevel.Information;

    /// <summary>Whether the result is a tag of the span, <see cref="Tracing.TelemetryNames.Result"/>; of a stream its last item. The default is <see langword="false"/>.</summary>
    /// <remarks>It is read and cut as a <see cref="TagAttribute"/> is, and goes through <see cref="TagCapture.Redactor"/> when it is marked. A failed call has its <c>error.type</c> instead.</remarks>
    public bool RecordResult { get; set; }

    /// <summary>A path to a <see cref="bool"/> of the result, for example <c>{result.IsError}</c>: a call that returns with it true has failed, though nothing was thrown.</summary>
    /// <remarks>
    /// The result reaches the caller unchanged. Statistics, span and metrics count a failure; with <see cref="ErrorContextAttribute"/> there is an error record too.
    /// The default is <see langword="null"/>: a call that returns has succeeded. Retries do not look at it.
    /// </remarks>
    public string? FailedWhen { get; set; }

    /// <summary>A path to what kind of error a failed result is, for example <c>{result.Error.Code}</c>: it becomes <c>error.type</c>, so it has few values. The default is <see langword="null"/>: <c>_OTHER</c>.</summary>
    public string? ErrorTypeFrom { get; set; }

    /// <summary>The name of the parameter that gives the links of the span, best by <see langword="nameof"/>. The default is <see langword="null"/>: no links.</summary>
    /// <remarks>The parameter is an <see cref="Activity"/>, an <see cref="ActivityContext"/>, an <see cref="ActivityLink"/> or a sequence of one of them. It is read only when there is a span.</remarks>
    public string? LinksFrom { get; set; }

    /// <summary>Whether the span begins a trace of its own and links to the span that was current. The default is <see langword="false"/>: it is a child of that one.</summary>
    public bool NewRoot { get; set; }

    /// <summary>Keeps the spans only of calls that took at least so long, in milliseconds from 1, and of failed ones. The default is 0: every span is kept.</summary>
    /// <remarks>Statistics and metrics count every call. The children of a dropped span are exported without it.</remarks>
    public int SlowerThanMs { get; set; }

    /// <summary>Keeps the spans of failed calls only. The default is <see langword="false"/>.</summary>
    /// <remarks>Statistics and metrics count every call. The children of a dropped span are exported without it.</remarks>
    public bool FailedOnly { get; set; }

    /// <summary>Times and traces one call in so many, from 2, counted on each thread; the others are counted only. The default is 0: every call is timed.</summary>
    /// <remarks>Counts and errors stay exact. A call that is left out reads no clock and has no span; durations, metrics of time and the items of streams are those of the sample.</remarks>
    public int SampleEvery { get; set; }

    /// <summary>Whether the items of a stream or lazy sequence are timed one by one even while nobody listens to <see cref="Tracing.TelemetryNames.TimePerItemMetric"/>.</summary>
    /// <remarks>Every item then reads the clock. The default is <see langword="false"/>. Other methods do not differ by it.</remarks>
    public bool ItemTiming { get; set; }
}
