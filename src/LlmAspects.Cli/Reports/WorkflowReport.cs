using LlmAspects.Components.Orchestration;

namespace LlmAspects.Cli.Reports;

/// <summary>How a divided question was answered.</summary>
/// <param name="Strategy">How its parts were carried out.</param>
/// <param name="DividedBy">What divided it.</param>
/// <param name="Calls">The calls that were answered.</param>
/// <param name="DecompositionCost">What dividing it cost in US dollars, as far as it is known.</param>
/// <param name="SynthesisCost">What joining the results cost in US dollars, as far as it is known.</param>
/// <param name="Nodes">What became of each part.</param>
internal sealed record WorkflowReport(
    OrchestrationStrategy Strategy, DecompositionSource DividedBy, int Calls, decimal DecompositionCost, decimal SynthesisCost, IReadOnlyList<NodeReport> Nodes);
