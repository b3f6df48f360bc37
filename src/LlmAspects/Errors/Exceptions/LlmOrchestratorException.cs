namespace LlmAspects;

/// <summary>A workflow of several calls could not be carried out. The root of what component <c>multi_llm_orchestrator</c> raises.</summary>
public class LlmOrchestratorException : LlmException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="errorCode">A stable name of the error in snake_case.</param>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public LlmOrchestratorException(string errorCode, string message, Exception? innerException = null)
        : base(errorCode, message, innerException) => Component = "multi_llm_orchestrator";
}
