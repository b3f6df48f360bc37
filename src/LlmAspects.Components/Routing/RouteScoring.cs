namespace LlmAspects.Components.Routing;

/// <summary>The score of capable models under each strategy, relative to the others of the same decision. Pure.</summary>
internal static class RouteScoring
{
    private const int HalfLoad = 10;

    /// <summary>Fills the scores of the capable entries.</summary>
    public static void Score(RoutingStrategy strategy, Span<RouteEntry> entries, LlmRouterOptions options, bool streams)
    {
        Compare(entries, byFirstToken: strategy == RoutingStrategy.Fastest && streams && KnowsFirstTokens(entries));
        foreach (ref RouteEntry entry in entries)
        {
            if (entry.Cause is null)
            {
                entry.Load = options.LoadWeight * entry.InFlight / (entry.InFlight + HalfLoad);
                entry.Score = strategy switch
                {
                    RoutingStrategy.BestQuality => entry.Performance,
                    RoutingStrategy.LowestCost => double.IsNaN(entry.Price) ? double.NegativeInfinity : -entry.Price,
                    RoutingStrategy.Fastest => entry.LatencyScore,
                    RoutingStrategy.MostReliable => entry.Reliability,
                    RoutingStrategy.Weighted => entry.Weight / (entry.InFlight + 1),
                    RoutingStrategy.RoundRobin => entry.Score,
                    _ => Balance(entry, options),
                };
            }
        }
    }

    private static double Balance(in RouteEntry entry, LlmRouterOptions options) =>
        (options.PriorityWeight * entry.Priority)
        + (options.PerformanceWeight * entry.Performance)
        + (options.CostWeight * entry.CostScore)
        + (options.LatencyWeight * entry.LatencyScore)
        - entry.Load;

    private static void Compare(Span<RouteEntry> entries, bool byFirstToken)
    {
        double dearest = 0;
        double fastest = double.PositiveInfinity;
        foreach (ref readonly RouteEntry entry in entries)
        {
            if (entry.Cause is null)
            {
                dearest = entry.Price > dearest ? entry.Price : dearest;
                fastest = Math.Min(fastest, TimeOf(entry, byFirstToken));
            }
        }

        foreach (ref RouteEntry entry in entries)
        {
            double time = TimeOf(entry, byFirstToken);
            entry.CostScore = double.IsNaN(entry.Price) ? 0 : dearest == 0 ? 1 : 1 - (entry.Price / dearest);
            entry.LatencyScore = time <= 0 ? 1 : fastest / time;
            entry.FirstToken = byFirstToken ? entry.FirstToken : double.NaN;
        }
    }

    private static double TimeOf(in RouteEntry entry, bool byFirstToken) => byFirstToken ? entry.FirstToken : entry.Latency;

    // Times to first token cannot be compared with times of whole answers: known of all, or not used.
    private static bool KnowsFirstTokens(ReadOnlySpan<RouteEntry> entries)
    {
        foreach (ref readonly RouteEntry entry in entries)
        {
            if (entry.Cause is null && double.IsNaN(entry.FirstToken))
            {
                return false;
            }
        }

        return true;
    }
}
