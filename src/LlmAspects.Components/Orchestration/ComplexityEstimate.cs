namespace LlmAspects.Components.Orchestration;

/// <summary>How likely the cheap model is to fail at a request.</summary>
/// <param name="Probability">The probability, 0 to 1.</param>
/// <param name="Score">The score before calibration, 0 to 1: what <see cref="ComplexityOutcome"/> takes.</param>
/// <param name="IsCalibrated">Whether outcomes made a probability of the score; without them the score stands for it, which is a prior guess.</param>
/// <param name="Features">What was counted.</param>
public sealed record ComplexityEstimate(double Probability, double Score, bool IsCalibrated, ComplexityFeatures Features);
