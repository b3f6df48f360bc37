namespace LlmAspects.Components.Orchestration;

/// <summary>How likely the cheap model is to fail at a request.</summary>
/// <param name="Probability">The probability, 0 to 1.</param>
/// <param name="Score">What the weights say, 0 to 1, before a calibration; equal to <paramref name="Probability"/> without one.</param>
/// <param name="IsCalibrated">Whether outcomes made it a probability: of this model's weights or of its calibration. If not, the figure only orders requests.</param>
/// <param name="Features">What was counted: what <see cref="ComplexityOutcome"/> takes.</param>
public sealed record ComplexityEstimate(double Probability, double Score, bool IsCalibrated, ComplexityFeatures Features);
