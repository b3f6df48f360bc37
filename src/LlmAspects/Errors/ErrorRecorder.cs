using System.Collections.ObjectModel;
using System.Diagnostics;
using LlmAspects.Runtime;

namespace LlmAspects.Errors;

/// <summary>Turns an exception at an operation into a record.</summary>
internal static class ErrorRecorder
{
    internal static ErrorRecord Describe(Exception error, in ErrorOrigin origin, string? message)
    {
        var span = origin.Activity ?? Activity.Current;
        var isTimed = origin.Duration >= 0;
        return new ErrorRecord
        {
            Timestamp = RuntimeClock.TimeProvider.GetUtcNow(),
            Component = origin.Operation.Component,
            Operation = origin.Operation.Name,
            ExceptionType = origin.ExceptionType,
            Message = message,
            CauseType = error.InnerException is { } cause ? ExceptionNames.Of(cause) : null,
            DurationMilliseconds = isTimed ? origin.Duration * 1000.0 / Stopwatch.Frequency : null,
            DurationMissingReason = isTimed ? null : origin.Operation.IsMeasured ? ErrorRecord.NotTimed : ErrorRecord.NotMeasured,
            TraceId = span?.TraceId.ToHexString(),
            SpanId = span?.SpanId.ToHexString(),
            Path = [origin.Operation.SpanName],
            Attempts = AttemptHistory.Take(error),
            Tags = ErrorTags.Join(ReadOnlyDictionary<string, string>.Empty, origin.Tags),
        };
    }
}
