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
    private readonly long _timestamp;
    private readonly long _duration;

    internal ErrorObservation(Exception? error, in ErrorOrigin origin, string? message)
    {
        _operation = origin.Operation;
        _timestamp = RuntimeClock.TimeProvider.GetUtcNow().UtcTicks;
        _duration = origin.Operation.IsMeasured ? origin.Duration : NotMeasured;
        Details = ErrorDetails.Of(error, origin, message);
        ExceptionType = origin.ExceptionType;
        Code = error is LlmException { ErrorCode: var code } ? code : origin.ExceptionType;
    }

    internal string Component => _operation.Component;

    internal string Operation => _operation.Name;

    internal string ExceptionType { get; }

    internal string Code { get; }

    internal DateTimeOffset Timestamp => new(_timestamp, TimeSpan.Zero);

    internal ErrorGroupKey GroupKey => new(Component, Operation, Code, ExceptionType, Details.CauseType);

    internal ErrorDetails Details { get; }

    /// <summary>The operation that saw the error first, as the path names it.</summary>
    internal string FirstStep => _operation.SpanName;

    internal double? DurationMilliseconds => _duration >= 0 ? _duration * 1000.0 / Stopwatch.Frequency : null;

    internal ErrorRecord ToRecord() => new()
    {
        Timestamp = Timestamp,
        Component = Component,
        Operation = Operation,
        ExceptionType = ExceptionType,
        Code = Code,
        Message = Details.Message,
        CauseType = Details.CauseType,
        DurationMilliseconds = DurationMilliseconds,
        DurationMissingReason = _duration switch
        {
            >= 0 => null,
            NotMeasured => ErrorRecord.NotMeasured,
            _ => ErrorRecord.NotTimed,
        },
        TraceId = Details.TraceId,
        SpanId = Details.SpanId,
        UserId = Details.UserId,
        RequestId = Details.RequestId,
        Path = [FirstStep],
        Attempts = Details.Attempts,
        Tags = Details.Tags,
    };
}
