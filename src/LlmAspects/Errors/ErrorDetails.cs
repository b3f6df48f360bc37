using System.Collections.ObjectModel;
using System.Diagnostics;
using LlmAspects.Runtime;

namespace LlmAspects.Errors;

/// <summary>What most errors do not have, apart from them: errors are many and short-lived.</summary>
internal sealed class ErrorDetails
{
    internal static readonly ErrorDetails None = new();

    internal string? Message { get; private init; }

    internal string? CauseType { get; private init; }

    internal string? TraceId { get; private init; }

    internal string? SpanId { get; private init; }

    internal string? UserId { get; private init; }

    internal string? RequestId { get; private init; }

    internal IReadOnlyList<FailedAttempt> Attempts { get; private init; } = [];

    internal IReadOnlyDictionary<string, string> Tags { get; private init; } = ReadOnlyDictionary<string, string>.Empty;

    internal static ErrorDetails Of(Exception? error, in ErrorOrigin origin, string? message)
    {
        var context = error is LlmException { Context: { Count: > 0 } facts } ? facts : null;
        var attempts = error is null ? [] : AttemptHistory.Take(error);
        var span = origin.Activity ?? Activity.Current;
        var scope = ErrorScope.Current;
        if (span is null && scope is null && context is null && message is null && origin.Tags is null && error?.InnerException is null && attempts.Count == 0)
        {
            return None;
        }

        return new ErrorDetails
        {
            Message = message,
            CauseType = error?.InnerException is { } cause ? ExceptionNames.Of(cause) : null,

            // The span has both as text already.
            TraceId = span?.TraceId.ToHexString(),
            SpanId = span?.SpanId.ToHexString(),
            UserId = scope?.UserId,
            RequestId = scope?.RequestId,
            Attempts = attempts,
            Tags = ErrorTags.Join(context is null ? ReadOnlyDictionary<string, string>.Empty : ErrorTags.Of(context), origin.Tags),
        };
    }
}
