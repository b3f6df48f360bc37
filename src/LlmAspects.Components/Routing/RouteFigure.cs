namespace LlmAspects.Components.Routing;

/// <summary>
/// What a decision says of one model, rounded as it is printed: models are ordered by exact figures, and decisions whose printed figures are equal are one object.
/// The meaning of the four figures depends on the strategy. Without padding, because it is compared byte by byte.
/// </summary>
internal readonly record struct RouteFigure(int Model, int Cause, int Flags, int Score, int First, int Second, int Third, int Fourth, long Detail)
{
    /// <summary>The cause of a capable model.</summary>
    public const int Capable = -1;

    public const int PreferredFlag = 1;
    public const int ChosenFlag = 2;
    public const int SampledFlag = 4;

    /// <summary>What is not known.</summary>
    public const int Unknown = -1;

    public bool Has(int flag) => (Flags & flag) != 0;

    /// <summary>The figures of a model at a place.</summary>
    public static RouteFigure Of(RoutingStrategy strategy, in RouteEntry entry, int model, int place, int candidates, bool sampled)
    {
        if (entry.Cause is { } cause)
        {
            return new RouteFigure(model, (int)cause, 0, 0, 0, 0, 0, 0, entry.Detail);
        }

        int flags = (entry.IsPreferred ? PreferredFlag : 0) | (entry.IsChosen ? ChosenFlag : 0) | (sampled ? SampledFlag : 0);
        var figure = new RouteFigure(model, Capable, flags, Thousandths(entry.Score), 0, 0, 0, 0, 0);
        return strategy switch
        {
            RoutingStrategy.BestQuality => figure with { First = Thousandths(entry.Performance) },
            RoutingStrategy.MostReliable => figure with { First = Thousandths(entry.Reliability) },
            RoutingStrategy.LowestCost => figure with { Score = Thousandths(entry.CostScore), Detail = double.IsNaN(entry.Price) ? Unknown : RoundedPrice.Of(entry.Price).Packed },
            RoutingStrategy.Fastest => figure with { First = Milliseconds(entry.Latency), Second = Milliseconds(entry.SlowLatency), Third = Milliseconds(entry.FirstToken) },
            RoutingStrategy.RoundRobin => figure with { Score = 1000 * (candidates - place) / candidates, First = place + 1, Second = candidates },
            RoutingStrategy.Weighted => figure with { First = Hundredths(entry.Weight), Second = entry.InFlight },
            _ => figure with { First = Hundredths(entry.Performance), Second = Hundredths(entry.CostScore), Third = Hundredths(entry.LatencyScore), Fourth = Hundredths(entry.Load) },
        };
    }

    private static int Thousandths(double value) => Rounded(value * 1_000);

    private static int Hundredths(double value) => Rounded(value * 100);

    private static int Milliseconds(double seconds) => double.IsNaN(seconds) ? Unknown : Rounded(seconds * 1_000);

    private static int Rounded(double value) => value >= int.MaxValue ? int.MaxValue : (int)Math.Round(value);
}
