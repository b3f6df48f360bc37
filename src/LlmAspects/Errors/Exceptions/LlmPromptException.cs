namespace LlmAspects;

/// <summary>A prompt could not be made. The root of what component <c>prompt_engineering</c> raises.</summary>
public class LlmPromptException : LlmException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="errorCode">A stable name of the error in snake_case.</param>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public LlmPromptException(string errorCode, string message, Exception? innerException = null)
        : base(errorCode, message, innerException) => Component = "prompt_engineering";
}
