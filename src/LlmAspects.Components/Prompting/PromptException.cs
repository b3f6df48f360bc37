namespace LlmAspects.Components.Prompting;

/// <summary>
/// A prompt could not be built. <see cref="LlmException.ErrorCode"/> is <c>prompt_template_unknown</c>, <c>prompt_template_invalid</c>,
/// <c>prompt_template_limit</c>, <c>prompt_variable_missing</c>, <c>prompt_variable_unknown</c>, <c>prompt_variable_invalid</c>,
/// <c>prompt_examples_missing</c>, <c>prompt_counter_missing</c>, <c>optimizer_state_invalid</c>, <c>optimizer_state_version</c> or <c>optimizer_state_limit</c>.
/// </summary>
public sealed class PromptException : LlmPromptException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="errorCode">One of the codes above.</param>
    /// <param name="message">What is wrong and what to do, without values of variables.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public PromptException(string errorCode, string message, Exception? innerException = null)
        : base(errorCode, message, innerException)
    {
    }
}
