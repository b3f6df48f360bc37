namespace LlmAspects.Components.Quality;

/// <summary>A score that is missing when it could not be measured.</summary>
/// <param name="Value">From 0 (worst) to 1 (best); <see langword="null"/> when it could not be measured.</param>
/// <param name="Reason">How the value came about, or why there is none.</param>
public readonly record struct QualityScore(double? Value, string Reason);
