using System.Text.Json.Serialization;

namespace LlmAspects.Tracing;

/// <summary>How a call ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OperationOutcome>))]
public enum OperationOutcome
{
    /// <summary>The method returned, or the stream was read to its end.</summary>
    Succeeded,

    /// <summary>An exception left the method that was not a cancellation.</summary>
    Failed,

    /// <summary>The caller cancelled.</summary>
    Cancelled,

    /// <summary>The consumer of a stream disposed it before its end.</summary>
    DisposedEarly,

    /// <summary>An exception left the method that its <see cref="ErrorContextAttribute.Expected"/> names.</summary>
    Expected,

    /// <summary>The consumer of a stream dropped it without reading it to its end or disposing it; noticed when it is garbage-collected.</summary>
    Abandoned,
}
