namespace LlmAspects.Components.Routing;

/// <summary>
/// What a decision says of one model, in 24 bytes without a reference; models are ordered by exact figures, these are as precise as they are printed.
/// What <see cref="First"/> to <see cref="Fourth"/> and <see cref="Detail"/> mean depends on the strategy, or on the cause of an exclusion.
/// </summary>
internal readonly record struct RouteFigure(int Model, sbyte Cause, byte Flags, short Fourth, int Score, int First, long Detail)
{
    /// <summary>The cause of a capable model.</summary>
    public const sbyte Capable = -1;

    public const byte PreferredFlag = 1;
    public const byte ChosenFlag = 2;
    public const byte SampledFlag = 4;
    public const byte HeldBackFlag = 8;

    /// <summary>What is not known.</summary>
    public const int Unknown = -1;

    /// <summary>Shares its place with <see cref="Detail"/>.</summary>
    public int Second => (int)Detail;

    /// <summary>Shares its place with <see cref="Detail"/>.</summary>
    public int Third => (int)(Detail >> 32);

    /// <summary>US dollars; NaN while the price is not known. Shares its place with <see cref="Detail"/>.</summary>
    public double Price => BitConverter.Int64BitsToDouble(Detail);

    public bool Has(byte flag) => (Flags & flag) != 0;

    /// <summary>The figures of a model at a place.</summary>
    public static RouteFigure Of(RoutingStrategy strategy, in RouteEntry entry, int model, int place, int candidates, bool sampled)
    {
        int heldBack = entry.IsHeldBack ? HeldBackFlag : 0;
        if (entry.Cause is { } cause)
        {
            return new RouteFigure(model, (sbyte)cause, (byte)heldBack, 0, 0, 0, entry.Detail);
        }

        int flags = heldBack | (entry.IsPreferred ? PreferredFlag : 0) | (entry.IsChosen ? ChosenFlag : 0) | (sampled ? SampledFlag : 0);
        (int score, int first, long detail) = strategy switch
        {
            RoutingStrategy.BestQuality => (Thousandths(entry.Score), Thousandths(entry.Performance), 0),
            RoutingStrategy.MostReliable => (Thousandths(entry.Score), Thousandths(entry.Reliability), 0),
            RoutingStrategy.LowestCost => (Thousandths(entry.CostScore), 0, BitConverter.DoubleToInt64Bits(entry.Price)),
            RoutingStrategy.Fastest => (Thousandths(entry.Score), Milliseconds(entry.Latency), Pair(Milliseconds(entry.SlowLatency), Milliseconds(entry.FirstToken))),
            RoutingStrategy.RoundRobin => (1000 * (candidates - place) / candidates, place + 1, Pair(candidates, 0)),
            RoutingStrategy.Weighted => (Thousandths(entry.Score), Hundredths(entry.Weight), Pair(entry.InFlight, 0)),
            _ => (Thousandths(entry.Score), Hundredths(entry.Performance), Pair(Hundredths(entry.CostScore), Hundredths(entry.LatencyScore))),
        };
        return new RouteFigure(model, Capable, (byte)flags, (short)Hundredths(entry.Load), score, first, detail);
    }

    private static long Pair(int second, int third) => (uint)second | ((long)third << 32);

    private static int Thousandths(double value) => Rounded(value * 1_000);

    private static int Hundredths(double value) => Rounded(value * 100);

    private static int Milliseconds(double seconds) => double.IsNaN(seconds) ? Unknown : Rounded(seconds * 1_000);

    private static int Rounded(double value) => value >= int.MaxValue ? int.MaxValue : (int)Math.Round(value);
}
