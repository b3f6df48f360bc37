namespace LlmAspects.Components.Routing;

/// <summary>The names of strategies in decisions.</summary>
internal static class RoutingStrategyNames
{
    public static string NameOf(RoutingStrategy strategy) => strategy switch
    {
        RoutingStrategy.Balanced => "balanced",
        RoutingStrategy.BestQuality => "best_quality",
        RoutingStrategy.LowestCost => "lowest_cost",
        RoutingStrategy.Fastest => "fastest",
        RoutingStrategy.MostReliable => "most_reliable",
        RoutingStrategy.RoundRobin => "round_robin",
        RoutingStrategy.Weighted => "weighted",
        RoutingStrategy.AbTest => "ab_test",
        _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "There is no such strategy."),
    };
}
