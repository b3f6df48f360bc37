using System.Collections.ObjectModel;

namespace LlmAspects.Errors;

/// <summary>One occurrence of an error, however many operations it passed through.</summary>
public sealed record ErrorRecord
{
    /// <summary>Why <see cref="DurationMilliseconds"/> is missing for operations without <see cref="TracePerformanceAttribute"/>.</summary>
    public const string NotMeasured = "The operation carries no [TracePerformance], so no clock is read.";

    /// <summary>Why <see cref="DurationMilliseconds"/> is missing when the start or the end of the call was not seen.</summary>
    public const string NotTimed = "The call's start or end was not seen.";

    /// <summary>When the error was observed, in UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The component of the operation that saw the error first.</summary>
    public required string Component { get; init; }

    /// <summary>The operation that saw the error first.</summary>
    public required string Operation { get; init; }

    /// <summary>The full name of the exception's type; of a failed result what <see cref="TracePerformanceAttribute.ErrorTypeFrom"/> leads to.</summary>
    public required string ExceptionType { get; init; }

    /// <summary>
    /// What the error is counted and grouped by: <see cref="LlmException.ErrorCode"/> of an <see cref="LlmException"/>, otherwise and by default
    /// <see cref="ExceptionType"/>.
    /// </summary>
    public string Code { get => field ?? ExceptionType; init; }

    /// <summary>
    /// The exception's message: control characters removed, at most 256 characters.
    /// <see langword="null"/> unless <see cref="ErrorAggregator.RecordMessages"/> is set.
    /// </summary>
    public string? Message { get; init; }

    /// <summary>The full name of the inner exception's type, when the exception wraps one.</summary>
    public string? CauseType { get; init; }

    /// <summary>Milliseconds from the operation's start to the error; <see langword="null"/> with <see cref="DurationMissingReason"/> otherwise.</summary>
    public double? DurationMilliseconds { get; init; }

    /// <summary>Why there is no duration; <see langword="null"/> when there is one.</summary>
    public string? DurationMissingReason { get; init; }

    /// <summary>The trace that was current, as 32 hexadecimal digits; <see langword="null"/> without one.</summary>
    public string? TraceId { get; init; }

    /// <summary>The span that was current, as 16 hexadecimal digits; <see langword="null"/> without one.</summary>
    public string? SpanId { get; init; }

    /// <summary>The user of the <see cref="ErrorScope"/> in which the error was observed; <see langword="null"/> without one.</summary>
    public string? UserId { get; init; }

    /// <summary>The request of the <see cref="ErrorScope"/> in which the error was observed; <see langword="null"/> without one.</summary>
    public string? RequestId { get; init; }

    /// <summary>The operations that the error passed through, innermost first, each as <c>component.operation</c>; of a deeper nest the innermost 64.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>The attempts of <see cref="RetryWithBackoffAttribute"/> that failed before the last one, in their order. The default is empty.</summary>
    public IReadOnlyList<FailedAttempt> Attempts { get; init; } = [];

    /// <summary>
    /// What <see cref="TagAttribute"/> captured of the operations on the path, as text: arguments and instances, never results. Of two tags
    /// of one name the innermost stays; at most 64 are kept.
    /// </summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
