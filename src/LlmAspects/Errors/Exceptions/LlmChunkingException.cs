namespace LlmAspects;

/// <summary>A document could not be divided. The root of what component <c>semantic_chunking</c> raises.</summary>
public class LlmChunkingException : LlmException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="errorCode">A stable name of the error in snake_case.</param>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public LlmChunkingException(string errorCode, string message, Exception? innerException = null)
        : base(errorCode, message, innerException) => Component = "semantic_chunking";
}
