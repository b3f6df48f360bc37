namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>What was learned of a strategy for a tenant.</summary>
/// <param name="Task">The task of the queries.</param>
/// <param name="Feature">What they lacked.</param>
/// <param name="Strategy">What was done about it.</param>
/// <param name="Changed">How many reports of changed queries there are, each with the weight that is left of it.</param>
/// <param name="Unchanged">The same of queries that were left as they were.</param>
/// <param name="Gain">The difference of their quality; <see langword="null"/> while either has too few reports.</param>
/// <param name="IsCredible">Whether the strategy is applied on this evidence.</param>
public sealed record LearnedPattern(
    LlmTask Task, QueryFeature Feature, OptimizationStrategy Strategy, double Changed, double Unchanged, GainEstimate? Gain, bool IsCredible);
