namespace LlmAspects.Tracing;

/// <summary>A span of a recorded trace with the spans below it.</summary>
public sealed record TraceNode
{
    /// <summary>The name of the span, for operations <c>component.operation</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The component; <see langword="null"/> for spans that are none of ours.</summary>
    public string? Component { get; init; }

    /// <summary>The operation; <see langword="null"/> for spans that are none of ours.</summary>
    public string? Operation { get; init; }

    /// <summary>The trace, as 32 hexadecimal digits.</summary>
    public required string TraceId { get; init; }

    /// <summary>The span, as 16 hexadecimal digits.</summary>
    public required string SpanId { get; init; }

    /// <summary>When the span began, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took; <see langword="null"/> while it has not ended.</summary>
    public double? DurationMilliseconds { get; init; }

    /// <summary>How it ended; a span that has not ended yet counts as succeeded.</summary>
    public OperationOutcome Outcome { get; init; }

    /// <summary>The full name of the exception's type, when it failed.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The other tags, as text of at most 256 characters each.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The spans that began inside this one, in the order of their beginning.</summary>
    public IReadOnlyList<TraceNode> Children { get; init; } = [];

    /// <summary>Spans of this trace that were left out, for the bounds of the recorder; given on the root only.</summary>
    public int DroppedSpans { get; init; }
}
