using System.Collections.ObjectModel;
using System.Diagnostics;
using LlmAspects.Runtime;

namespace LlmAspects.Errors;

/// <summary>
/// What is known of an error when it is observed. The record is made when somebody reads it: a thrown exception should not wait for what nobody
/// may look at. Neither the exception nor its type is kept, and what could change later is taken at once.
/// </summary>
internal sealed class ErrorObservation
{
    private readonly OperationIdentity _operation;
    private readonly DateTimeOffset _timestamp = RuntimeClock.TimeProvider.GetUtcNow();
    private readonly string? _message;
    private readonly string? _causeType;
    private readonly string? _traceId;
    private readonly string? _spanId;
    private readonly long _duration;
    private readonly bool _isMeasured;
    private readonly IReadOnlyList<FailedAttempt> _attempts;
    private readonly IReadOnlyDictionary<string, string> _tags;

    internal ErrorObservation(Exception? error, in ErrorOrigin origin, string? message)
    {
        _operation = origin.Operation;
        _isMeasured = origin.Operation.IsMeasured;
        _duration = origin.Duration;
        _message = message;
        _causeType = error?.InnerException is { } cause ? ExceptionNames.Of(cause) : null;
        _attempts = error is null ? [] : AttemptHistory.Take(error);
        _tags = origin.Tags is null ? ReadOnlyDictionary<string, string>.Empty : ErrorTags.Join(ReadOnlyDictionary<string, string>.Empty, origin.Tags);
        ExceptionType = origin.ExceptionType;
        if ((origin.Activity ?? Activity.Current) is { } span)
        {
            // The span has both as text already.
            _traceId = span.TraceId.ToHexString();
            _spanId = span.SpanId.ToHexString();
        }
    }

    internal string Component => _operation.Component;

    internal string Operation => _operation.Name;

    internal string ExceptionType { get; }

    /// <summary>The operation that saw the error first, as the path names it.</summary>
    internal string FirstStep => _operation.SpanName;

    internal double? DurationMilliseconds => _duration >= 0 ? _duration * 1000.0 / Stopwatch.Frequency : null;

    internal ErrorRecord ToRecord() => new()
    {
        Timestamp = _timestamp,
        Component = Component,
        Operation = Operation,
        ExceptionType = ExceptionType,
        Message = _message,
        CauseType = _causeType,
        DurationMilliseconds = DurationMilliseconds,
        DurationMissingReason = _duration >= 0 ? null : _isMeasured ? ErrorRecord.NotTimed : ErrorRecord.NotMeasured,
        TraceId = _traceId,
        SpanId = _spanId,
        Path = [FirstStep],
        Attempts = _attempts,
        Tags = _tags,
    };
}
