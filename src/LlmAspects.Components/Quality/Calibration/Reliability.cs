namespace LlmAspects.Components.Quality.Calibration;

/// <summary>How far scores are probabilities: a score of 0.7 should be good in 70 % of the cases.</summary>
/// <param name="Bins">The feedback in bins of equal width.</param>
/// <param name="ExpectedCalibrationError">
/// The mean distance of score and share of good answers over the bins, weighted by count, from 0 (best) to 1 (Naeini et al., AAAI 2015); <see langword="null"/> without feedback.
/// </param>
public sealed record Reliability(IReadOnlyList<ReliabilityBin> Bins, double? ExpectedCalibrationError)
{
    /// <summary>Puts feedback into bins.</summary>
    /// <param name="feedback">Scores from 0 to 1 with their outcome.</param>
    /// <param name="bins">How many bins, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score is not from 0 to 1, or there are no bins.</exception>
    public static Reliability Of(IReadOnlyList<QualityFeedback> feedback, int bins = 10)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        FeedbackRules.Require(feedback);
        ILookup<int, QualityFeedback> byBin = feedback.ToLookup(one => Math.Min(bins - 1, (int)(one.Score * bins)));
        ReliabilityBin[] all = [.. Enumerable.Range(0, bins).Select(bin => Fill(byBin[bin].ToArray(), (double)bin / bins, (double)(bin + 1) / bins))];
        double? error = feedback.Count == 0 ? null : all.Sum(static bin => bin.Count * Math.Abs(bin.MeanScore - bin.ShareGood)) / feedback.Count;
        return new Reliability(all, error);
    }

    private static ReliabilityBin Fill(QualityFeedback[] feedback, double lower, double upper) => feedback.Length == 0
        ? new ReliabilityBin(lower, upper, 0, 0, 0)
        : new ReliabilityBin(lower, upper, feedback.Length, feedback.Average(static one => one.Score), feedback.Average(static one => one.IsGood ? 1.0 : 0.0));
}
