namespace LlmAspects.Components.Orchestration;

/// <summary>A model answered, and its last answer still could not be used: empty, not of the form that was asked for, refused by the check, or below the quality threshold.</summary>
public sealed class BadAnswerException : LlmOrchestratorException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="step">The node, or what else was asked for.</param>
    /// <param name="calls">How often it was asked.</param>
    /// <param name="quality">The measured quality of the last answer; <see langword="null"/> when it was not measured.</param>
    /// <param name="problem">What was wrong with the last answer, without its content.</param>
    public BadAnswerException(string step, int calls, double? quality, string problem)
        : base("bad_answer", $"'{step}' has no usable answer after {calls} call(s): {problem}")
    {
        Step = step;
        Calls = calls;
        Quality = quality;
    }

    /// <summary>The node, or what else was asked for.</summary>
    public string Step { get; }

    /// <summary>How often it was asked.</summary>
    public int Calls { get; }

    /// <summary>The measured quality of the last answer, 0 to 1; <see langword="null"/> when it was not measured.</summary>
    public double? Quality { get; }
}
