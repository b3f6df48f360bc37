namespace LlmAspects;

/// <summary>The root of the exceptions that the library itself raises.</summary>
public class LlmException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="errorCode">A stable name of the error in snake_case, for example <c>budget_exceeded</c>.</param>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public LlmException(string errorCode, string message, Exception? innerException = null)
        : base(message, innerException) => ErrorCode = errorCode;

    /// <summary>A stable name of the error in snake_case: programs compare this, never the message.</summary>
    public string ErrorCode { get; }
}
