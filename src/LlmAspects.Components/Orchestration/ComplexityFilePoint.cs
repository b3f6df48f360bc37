namespace LlmAspects.Components.Orchestration;

/// <summary>One point of the calibration of a <see cref="ComplexityFile"/>.</summary>
/// <param name="Score">The score, 0 to 1.</param>
/// <param name="Failures">The share of failures, 0 to 1.</param>
internal readonly record struct ComplexityFilePoint(double Score, double Failures);
