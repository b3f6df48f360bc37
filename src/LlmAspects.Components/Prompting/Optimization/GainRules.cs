namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>What reports say of a gain. The quality of changed and of unchanged queries has a Beta distribution each, and their difference about a normal one.</summary>
internal static class GainRules
{
    // What is expected before there are reports weighs as one good and one bad answer.
    private const double PriorReports = 2;

    private const double Normal95 = 1.959964;

    /// <summary>The gain; <see langword="null"/> while either side has too few reports.</summary>
    /// <param name="changed">The reports of changed queries and the sum of their quality.</param>
    /// <param name="unchanged">The same of unchanged queries.</param>
    /// <param name="minimum">How many reports there must be.</param>
    public static GainEstimate? Estimate((double Weight, double Value) changed, (double Weight, double Value) unchanged, int minimum)
    {
        if (Math.Min(changed.Weight, unchanged.Weight) < minimum)
        {
            return null;
        }

        (double with, double withVariance) = Moments(changed);
        (double without, double withoutVariance) = Moments(unchanged);
        return Make(with - without, withVariance + withoutVariance);
    }

    /// <summary>The sum of gains, as if they were independent.</summary>
    public static GainEstimate Sum(IReadOnlyCollection<GainEstimate> gains) =>
        Make(gains.Sum(static gain => gain.Mean), gains.Sum(static gain => Math.Pow((gain.Upper - gain.Lower) / (2 * Normal95), 2)));

    public static bool IsCredible(GainEstimate gain, QueryOptimizerOptions options) => gain.Probability >= options.Credibility && gain.Mean >= options.MinimumGain;

    public static bool IsLoss(GainEstimate gain) => gain.Upper < 0;

    private static GainEstimate Make(double mean, double variance)
    {
        double deviation = Math.Sqrt(variance);
        return new GainEstimate(
            Math.Clamp(mean, -1, 1), Math.Max(-1, mean - (Normal95 * deviation)), Math.Min(1, mean + (Normal95 * deviation)), NormalProbability.Below(mean / deviation));
    }

    // The variance of single answers is at most that of good and bad ones with the same mean: with qualities in between it is overstated.
    private static (double Mean, double Variance) Moments((double Weight, double Value) reports)
    {
        double all = reports.Weight + PriorReports;
        double mean = (reports.Value + (PriorReports / 2)) / all;
        return (mean, mean * (1 - mean) / (all + 1));
    }
}
