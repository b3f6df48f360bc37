using LlmAspects.Components.Orchestration;

namespace LlmAspects.Cli.Evaluation.Complexity;

/// <summary>A question and how two models fared at it.</summary>
/// <param name="Outcome">What was counted, and whether the cheap model failed: a score below 0.5.</param>
/// <param name="Length">The characters of the question.</param>
/// <param name="Task">What it belongs to; <see langword="null"/> when the file does not say.</param>
/// <param name="CheapScore">The score of the cheap model, 0 to 1.</param>
/// <param name="StrongScore">The score of the best other model, 0 to 1.</param>
internal sealed record ComplexityRow(ComplexityOutcome Outcome, int Length, string? Task, double CheapScore, double StrongScore)
{
    public bool Failed => Outcome.CheapModelFailed;
}
