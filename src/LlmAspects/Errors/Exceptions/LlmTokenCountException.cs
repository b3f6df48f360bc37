namespace LlmAspects;

/// <summary>Tokens could not be counted. The root of what component <c>token_counter</c> raises.</summary>
public class LlmTokenCountException : LlmException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="errorCode">A stable name of the error in snake_case.</param>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public LlmTokenCountException(string errorCode, string message, Exception? innerException = null)
        : base(errorCode, message, innerException) => Component = "token_counter";
}
