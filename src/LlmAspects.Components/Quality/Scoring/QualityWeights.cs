namespace LlmAspects.Components.Quality;

/// <summary>What each part of the overall score weighs; together 1.</summary>
internal readonly record struct QualityWeights(double Accuracy, double Consistency, double Clarity, double Safety, double Hallucination);
