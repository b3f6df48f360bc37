namespace LlmAspects.Components.Orchestration;

/// <summary>A request that the cheap model was asked, and how that ended.</summary>
/// <param name="Features">What was counted: <see cref="ComplexityEstimate.Features"/>. They hold no text of the request.</param>
/// <param name="CheapModelFailed">Whether the answer of the cheap model was wrong.</param>
public readonly record struct ComplexityOutcome(ComplexityFeatures Features, bool CheapModelFailed);
