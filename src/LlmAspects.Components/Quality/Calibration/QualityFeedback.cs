namespace LlmAspects.Components.Quality.Calibration;

/// <summary>A score that was given, and what people said of the answer later.</summary>
/// <param name="Score">The score, from 0 to 1.</param>
/// <param name="IsGood">Whether the answer was good.</param>
public readonly record struct QualityFeedback(double Score, bool IsGood);
