namespace LlmAspects.Components.Prompting;

/// <summary>What a text seems to ask for.</summary>
/// <param name="Task">The task; <see cref="LlmTask.General"/> when no task stands out.</param>
/// <param name="Confidence">The share of the task in all scores, from 0 to 1; 0 when no task stands out. A share, not a probability.</param>
/// <param name="Reason">Which signs spoke for it, or why none was chosen; no content of the text.</param>
public sealed record TaskDetection(LlmTask Task, double Confidence, string Reason)
{
    /// <summary>The scores of the tasks that had any sign.</summary>
    public required IReadOnlyDictionary<LlmTask, double> Scores { get; init; }
}
