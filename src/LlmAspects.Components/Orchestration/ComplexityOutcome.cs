namespace LlmAspects.Components.Orchestration;

/// <summary>A request that the cheap model was asked, and how that ended.</summary>
/// <param name="Score">The score of its estimate, 0 to 1.</param>
/// <param name="CheapModelFailed">Whether the answer of the cheap model was wrong.</param>
public readonly record struct ComplexityOutcome(double Score, bool CheapModelFailed);
