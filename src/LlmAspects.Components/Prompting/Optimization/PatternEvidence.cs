namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>The reports of a pattern: their weights and the sums of their quality.</summary>
internal readonly record struct PatternEvidence(PatternKey Key, (double Weight, double Value) Changed, (double Weight, double Value) Unchanged);
