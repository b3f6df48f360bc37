namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>A strategy that could change a query, and whether it did.</summary>
internal readonly record struct TrialArm(PatternKey Key, bool IsChanged);
