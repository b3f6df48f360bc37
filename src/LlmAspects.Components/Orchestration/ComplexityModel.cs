using LlmAspects.Components.Quality.Calibration;

namespace LlmAspects.Components.Orchestration;

/// <summary>
/// Estimates from the text of a request how likely a cheap model is to fail at it. Six counts are joined by a logistic function with fixed weights, which are a prior guess and
/// were learned from nothing; outcomes turn that score into a probability by isotonic regression. It knows nothing of what the words mean. Immutable and thread-safe.
/// </summary>
public sealed class ComplexityModel
{
    // In log-odds. A short question of one part stands at about a tenth; a page with several parts, conditions and steps passes 0.7.
    private const double Base = -2.2;
    private const double PerDoublingOfWords = 0.25;
    private const double PerFurtherPart = 0.5;
    private const double PerCondition = 0.3;
    private const double PerNumber = 0.1;
    private const double PerStep = 0.35;
    private const double HardTask = 0.8;

    private const int ShortText = 16;
    private const int MostCounted = 6;

    private readonly QualityCalibration? _calibration;

    private ComplexityModel(QualityCalibration? calibration) => _calibration = calibration;

    /// <summary>The model without outcomes.</summary>
    public static ComplexityModel Prior { get; } = new(null);

    /// <summary>The least number of outcomes that a calibration needs.</summary>
    public static int MinimumOutcomes => QualityCalibration.MinimumFeedback;

    /// <summary>Makes a model whose probabilities are the shares of failures that outcomes had at such scores. Earlier outcomes are forgotten.</summary>
    /// <param name="outcomes">At least <see cref="MinimumOutcomes"/>.</param>
    /// <exception cref="ArgumentException">There are too few.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is not from 0 to 1.</exception>
    public static ComplexityModel Calibrated(IReadOnlyList<ComplexityOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return new ComplexityModel(QualityCalibration.Fit([.. outcomes.Select(static outcome => new QualityFeedback(outcome.Score, outcome.CheapModelFailed))]));
    }

    /// <summary>Estimates.</summary>
    /// <param name="text">The request.</param>
    /// <param name="task">What it asks for.</param>
    public ComplexityEstimate Estimate(string text, LlmTask task = LlmTask.General)
    {
        ArgumentNullException.ThrowIfNull(text);
        ComplexityFeatures features = ComplexityReader.Read(text, task);
        double score = Score(features);
        return new ComplexityEstimate(_calibration?.Calibrate(score) ?? score, score, _calibration is not null, features);
    }

    private static double Score(in ComplexityFeatures features)
    {
        double logOdds = Base
            + (PerDoublingOfWords * Math.Max(0, Math.Log2((double)Math.Max(1, features.Words) / ShortText)))
            + (PerFurtherPart * Math.Min(MostCounted, features.Parts - 1))
            + (PerCondition * Math.Min(MostCounted, features.Conditions))
            + (PerNumber * Math.Min(MostCounted, features.Numbers))
            + (PerStep * Math.Min(MostCounted, features.Steps))
            + (features.Task is LlmTask.Reasoning or LlmTask.Code or LlmTask.Analysis ? HardTask : 0);
        return 1 / (1 + Math.Exp(-logOdds));
    }
}
