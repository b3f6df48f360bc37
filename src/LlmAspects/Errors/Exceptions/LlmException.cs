using System.Collections.ObjectModel;
using LlmAspects.Runtime;

namespace LlmAspects;

/// <summary>The root of the exceptions that the library itself raises.</summary>
public class LlmException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="errorCode">A stable name of the error in snake_case, for example <c>budget_exceeded</c>.</param>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    /// <exception cref="ArgumentException"><paramref name="errorCode"/> is null or empty.</exception>
    public LlmException(string errorCode, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentException.ThrowIfNullOrEmpty(errorCode);
        ErrorCode = errorCode;
    }

    /// <summary>A stable name of the error in snake_case: programs compare this, never the message.</summary>
    public string ErrorCode { get; }

    /// <summary>The component that raised it, in snake_case; <see langword="null"/> when none is named.</summary>
    public string? Component { get; init; }

    /// <summary>The operation that raised it, in snake_case; <see langword="null"/> when none is named.</summary>
    public string? Operation { get; init; }

    /// <summary>
    /// Facts that help to understand the error, by name. They become tags of the error record, whatever
    /// <see cref="Errors.ErrorAggregator.RecordMessages"/> says, so they must not hold prompts or secrets. The default is empty.
    /// </summary>
    public IReadOnlyDictionary<string, string> Context { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When the exception was created, in UTC.</summary>
    public DateTimeOffset Timestamp { get; } = RuntimeClock.TimeProvider.GetUtcNow();
}
