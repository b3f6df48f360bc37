namespace LlmAspects;

/// <summary>Measures every call of the method: statistics always; a span and metrics while somebody listens.</summary>
/// <remarks>
/// The method is declared <c>partial</c>; its body is the sibling <c>XxxCore</c> (<c>XxxCoreAsync</c> when the name ends in <c>Async</c>).
/// Nothing of the arguments or the result is recorded. Read the statistics with <see cref="Tracing.PerformanceTracer"/>. A stream or lazy sequence
/// is one call from its first pull to its end. A pending <see cref="ValueTask"/> is recorded when its result is fetched: fetched late, it is
/// counted without a duration; never fetched, it is not recorded.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
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

    /// <summary>Whether the items of a stream or lazy sequence are timed one by one even while nobody listens to <see cref="Tracing.TelemetryNames.TimePerItemMetric"/>.</summary>
    /// <remarks>Every item then reads the clock. The default is <see langword="false"/>. Other methods do not differ by it.</remarks>
    public bool ItemTiming { get; set; }
}
