namespace LlmAspects;

/// <summary>A model, or every model, failed. The root of what component <c>llm_failover_handler</c> raises.</summary>
public class LlmFailoverException : LlmException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="errorCode">A stable name of the error in snake_case.</param>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public LlmFailoverException(string errorCode, string message, Exception? innerException = null)
        : base(errorCode, message, innerException) => Component = "llm_failover_handler";
}
