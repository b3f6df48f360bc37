namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>What is learned apart.</summary>
internal readonly record struct PatternKey(string Tenant, LlmTask Task, QueryFeature Feature, OptimizationStrategy Strategy);
