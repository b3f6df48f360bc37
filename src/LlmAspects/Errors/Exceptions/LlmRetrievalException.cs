namespace LlmAspects;

/// <summary>Context could not be indexed or found. The root of what component <c>context_retrieval</c> raises.</summary>
public class LlmRetrievalException : LlmException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="errorCode">A stable name of the error in snake_case.</param>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public LlmRetrievalException(string errorCode, string message, Exception? innerException = null)
        : base(errorCode, message, innerException) => Component = "context_retrieval";
}
