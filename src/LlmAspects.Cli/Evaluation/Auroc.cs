namespace LlmAspects.Cli.Evaluation;

/// <summary>
/// The area under the receiver operating characteristic: how often a positive row has a higher score than a negative one, ties counted half. The interval is that of
/// DeLong, DeLong and Clarke-Pearson (Biometrics 44, 1988).
/// </summary>
internal sealed class Auroc
{
    private const double Normal95 = 1.959964;

    private readonly double[] _ofPositive;
    private readonly double[] _ofNegative;

    /// <summary>Compares every positive row with every negative one.</summary>
    /// <param name="scores">The scores, higher for what is more likely positive.</param>
    /// <param name="labels">Whether each row is positive; there must be both.</param>
    public Auroc(IReadOnlyList<double> scores, IReadOnlyList<bool> labels)
    {
        double[] positive = [.. scores.Where((_, row) => labels[row])];
        double[] negative = [.. scores.Where((_, row) => !labels[row])];
        if (positive.Length == 0 || negative.Length == 0)
        {
            throw new CliException("There must be rows of both labels.", ExitCodes.Usage);
        }

        _ofPositive = [.. positive.Select(one => negative.Average(other => Wins(one, other)))];
        _ofNegative = [.. negative.Select(other => positive.Average(one => Wins(one, other)))];
    }

    /// <summary>The area.</summary>
    public double Value => _ofPositive.Average();

    /// <summary>The area with its interval, cut at 0 and 1.</summary>
    public Interval WithInterval()
    {
        double half = HalfWidth(_ofPositive, _ofNegative);
        return new Interval(Value, Math.Max(0, Value - half), Math.Min(1, Value + half));
    }

    /// <summary>By how much this is larger than another of the same rows, pair by pair.</summary>
    public Interval Over(Auroc other)
    {
        double gain = Value - other.Value;
        double half = HalfWidth(Less(_ofPositive, other._ofPositive), Less(_ofNegative, other._ofNegative));
        return new Interval(gain, gain - half, gain + half);
    }

    private static double Wins(double one, double other) => one > other ? 1 : one == other ? 0.5 : 0;

    private static double[] Less(double[] one, double[] other) => [.. one.Zip(other, static (a, b) => a - b)];

    private static double HalfWidth(double[] ofPositive, double[] ofNegative) => Normal95 * Math.Sqrt(VarianceOfMean(ofPositive) + VarianceOfMean(ofNegative));

    private static double VarianceOfMean(double[] values)
    {
        double mean = values.Average();
        return values.Length < 2 ? 0 : values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length;
    }
}
