using System.Diagnostics;
using LlmAspects.Runtime;

namespace LlmAspects.Errors;

/// <summary>
/// What is known of an error when it is observed. The record is made when somebody reads it: a thrown exception should not wait for what nobody
/// may look at. Neither the exception nor its type is kept, and what could change later is taken at once.
/// </summary>
internal readonly struct ErrorObservation
{
    private const long NotMeasured = Measurement.Untimed - 1;

    private readonly OperationIdentity _operation;
    private readonly ErrorDetails _details;
    private readonly long _timestamp;
    private readonly long _duration;

    internal ErrorObservation(Exception? error, in ErrorOrigin origin, string? message)
    {
        _operation = origin.Operation;
        _timestamp = RuntimeClock.TimeProvider.GetUtcNow().UtcTicks;
        _duration = origin.Operation.IsMeasured ? origin.Duration : NotMeasured;
        _details = ErrorDetails.Of(error, origin, message);
        ExceptionType = origin.ExceptionType;
    }

    internal string Component => _operation.Component;

    internal string Operation => _operation.Name;

    internal string ExceptionType { get; }

    /// <summary>The operation that saw the error first, as the path names it.</summary>
    internal string FirstStep => _operation.SpanName;

    internal double? DurationMilliseconds => _duration >= 0 ? _duration * 1000.0 / Stopwatch.Frequency : null;

    internal ErrorRecord ToRecord() => new()
    {
        Timestamp = new DateTimeOffset(_timestamp, TimeSpan.Zero),
        Component = Component,
        Operation = Operation,
        ExceptionType = ExceptionType,
        Message = _details.Message,
        CauseType = _details.CauseType,
        DurationMilliseconds = DurationMilliseconds,
        DurationMissingReason = _duration switch
        {
            >= 0 => null,
            NotMeasured => ErrorRecord.NotMeasured,
            _ => ErrorRecord.NotTimed,
        },
        TraceId = _details.TraceId,
        SpanId = _details.SpanId,
        Path = [FirstStep],
        Attempts = _details.Attempts,
        Tags = _details.Tags,
    };
}
