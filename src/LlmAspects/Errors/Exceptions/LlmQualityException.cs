namespace LlmAspects;

/// <summary>The quality of an answer could not be told. The root of what component <c>llm_quality_monitor</c> raises.</summary>
public class LlmQualityException : LlmException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="errorCode">A stable name of the error in snake_case.</param>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public LlmQualityException(string errorCode, string message, Exception? innerException = null)
        : base(errorCode, message, innerException) => Component = "llm_quality_monitor";
}
