namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>Which strategies are for which gap.</summary>
internal static class StrategyCandidates
{
    private static readonly OptimizationStrategy[] Pointing = [OptimizationStrategy.Clarification, OptimizationStrategy.ContextAddition];

    /// <summary>The strategies for the gaps of a query, each once.</summary>
    public static IEnumerable<(QueryFeature Feature, OptimizationStrategy Strategy)> For(IReadOnlyList<QueryFeature> gaps) =>
        gaps.SelectMany(static gap => Of(gap).Select(strategy => (Feature: gap, Strategy: strategy))).DistinctBy(static candidate => candidate.Strategy);

    private static OptimizationStrategy[] Of(QueryFeature feature) => feature switch
    {
        QueryFeature.UnclearReference or QueryFeature.MissingMaterial => Pointing,
        QueryFeature.Terse => [OptimizationStrategy.Expansion],
        QueryFeature.Filler => [OptimizationStrategy.Simplification],
        QueryFeature.NoExample => [OptimizationStrategy.Exemplification],
        QueryFeature.SeveralRequests => [OptimizationStrategy.Structuring],
        QueryFeature.NoLimit => [OptimizationStrategy.ConstraintSpecification],
        _ => [OptimizationStrategy.ContextAddition],
    };
}
