namespace LlmAspects.Components.Orchestration;

/// <summary>A workflow cannot be continued: what is kept of it is damaged, of something else, or of another definition.</summary>
public sealed class WorkflowCheckpointException : LlmOrchestratorException
{
    /// <summary>The error code when what is kept was cut off, changed, or written by something else.</summary>
    public const string Damaged = "checkpoint_damaged";

    /// <summary>The error code when what is kept belongs to other nodes, prompts or models.</summary>
    public const string OtherDefinition = "checkpoint_of_other_definition";

    /// <summary>Creates the exception.</summary>
    /// <param name="errorCode">One of the constants of this type.</param>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public WorkflowCheckpointException(string errorCode, string message, Exception? innerException = null)
        : base(errorCode, message, innerException)
    {
    }
}
