using LlmAspects.Components.Quality.Calibration;

namespace LlmAspects.Cli.Evaluation.Complexity;

/// <summary>How good stated probabilities were, row by row.</summary>
internal static class ForecastScores
{
    // One row that was said to be certain must not outweigh all others.
    private const double LeastDoubt = 0.001;

    /// <summary>The squared distance of probability and outcome (Brier, Monthly Weather Review 78, 1950).</summary>
    public static double[] Brier(double[] probabilities, bool[] failed) => [.. probabilities.Zip(failed, static (probability, fails) => Math.Pow(probability - (fails ? 1 : 0), 2))];

    /// <summary>The negative logarithm of the probability that the outcome was given, which is cut at 0.001.</summary>
    public static double[] LogLoss(double[] probabilities, bool[] failed) =>
        [.. probabilities.Zip(failed, static (probability, fails) => -Math.Log(Math.Max(LeastDoubt, fails ? probability : 1 - probability)))];

    /// <summary>The expected calibration error in ten bins.</summary>
    public static double CalibrationError(double[] probabilities, bool[] failed) =>
        Reliability.Of([.. probabilities.Zip(failed, static (probability, fails) => new QualityFeedback(probability, fails))]).ExpectedCalibrationError!.Value;
}
