using System.Collections.Immutable;
using LlmAspects.Components.Quality.Calibration;

namespace LlmAspects.Components.Orchestration;

/// <summary>
/// Estimates from the text of a request how likely a cheap model is to fail at it: counts joined by a logistic function. It knows nothing of what the words mean.
/// Outcomes make a probability of it: <see cref="Fit"/> learns weights from them, <see cref="Calibrate"/> keeps the order of requests. Immutable and thread-safe.
/// </summary>
public sealed class ComplexityModel
{
    // Ten outcomes' worth of belief in each weight: forty were no better on the learning curve of "llmaspects eval complexity --tune". The intercept is the base rate of failures, which outcomes alone can tell.
    private const double PriorStrength = 10;
    private const double InterceptStrength = 0.5;

    // The highest scores are few, and the share of failures of a few that happened to fail says too much. The square root of the outcomes grows with them and still leaves many pools.
    private const double LeastPool = 10;

    private readonly double[] _weights;
    private readonly QualityCalibration? _calibration;

    /// <summary>Makes a model of weights learned before, without a calibration.</summary>
    /// <param name="weights">One finite weight for each of <see cref="FeatureNames"/>, in log-odds.</param>
    /// <exception cref="ArgumentException">There are too many or too few weights, or one is not finite.</exception>
    public ComplexityModel(IReadOnlyList<double> weights)
        : this(Checked(weights), calibration: null, outcomes: 0)
    {
    }

    private ComplexityModel(double[] weights, QualityCalibration? calibration, int outcomes) => (_weights, _calibration, OutcomeCount) = (weights, calibration, outcomes);

    /// <summary>
    /// The model without outcomes of the user: it only orders requests. The weights of the counts are means of what <c>llmaspects eval complexity --data MMLU --data ROUTER --cheap MODEL --tune</c>
    /// learned from the answers of Mixtral 8x7B to 4,000 questions of MMLU (https://github.com/lm-sys/RouteLLM) and of four models of 7 to 9 billion parameters to 5,608 questions of
    /// other benchmarks (https://github.com/ulab-uiuc/LLMRouter). The intercept, at which a short question has 0.1, and the weight of a hard task are guesses.
    /// </summary>
    public static ComplexityModel Prior { get; } = new([-2.2, 0.03, 0.52, 0.16, 0.01, 0.09, 0.05, 0.23, 0.23, 0.31, 0.8]);

    /// <summary>The least number of outcomes that a probability is made of.</summary>
    public static int MinimumOutcomes => QualityCalibration.MinimumFeedback;

    /// <summary>What the weights stand for, in their order: the intercept, the doublings of words beyond 16, of each further count by its logarithm to base 2, and whether the task is hard.</summary>
    public static ImmutableArray<string> FeatureNames => ComplexityTerms.Names;

    /// <summary>The weights in log-odds.</summary>
    public ImmutableArray<double> Weights => [.. _weights];

    /// <summary>How many outcomes the weights or the calibration were last made of; 0 when the figure only orders requests.</summary>
    public int OutcomeCount { get; }

    /// <summary>
    /// Learns weights from outcomes: logistic regression with a normal prior around the weights of this model, so that a few outcomes move little but the intercept, and many decide.
    /// No weight of a count becomes negative that was not: more of it never makes a request easier. An earlier calibration is forgotten.
    /// </summary>
    /// <param name="outcomes">At least <see cref="MinimumOutcomes"/>, all of one cheap model; in any order.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">There are too few.</exception>
    public ComplexityModel Fit(IReadOnlyList<ComplexityOutcome> outcomes, CancellationToken cancellationToken = default)
    {
        Require(outcomes);
        double[][] rows = [.. outcomes.Select(static outcome => ValuesOf(outcome.Features))];
        LogisticRegression.Expectation[] expectations =
            [.. _weights.Select(static (weight, place) => place == 0 ? new LogisticRegression.Expectation(weight, InterceptStrength) : new(weight, PriorStrength, Least: Math.Min(0, weight)))];
        return new ComplexityModel(
            LogisticRegression.Fit(rows, [.. outcomes.Select(static outcome => outcome.CheapModelFailed)], expectations, cancellationToken), calibration: null, outcomes.Count);
    }

    /// <summary>
    /// Makes a model with the same weights, whose probabilities are the shares of failures that outcomes had at such scores, by isotonic regression. An earlier calibration is forgotten.
    /// After <see cref="Fit"/> the same outcomes may be taken again when they are thousands; few of them make it too sure.
    /// </summary>
    /// <param name="outcomes">At least <see cref="MinimumOutcomes"/>, all of one cheap model; in any order.</param>
    /// <exception cref="ArgumentException">There are too few.</exception>
    public ComplexityModel Calibrate(IReadOnlyList<ComplexityOutcome> outcomes)
    {
        Require(outcomes);
        QualityFeedback[] scored = [.. outcomes.Select(outcome => new QualityFeedback(Score(outcome.Features), outcome.CheapModelFailed))];
        var calibration = QualityCalibration.Fit(scored, Math.Max(LeastPool, Math.Sqrt(scored.Length)));
        return new ComplexityModel(_weights, calibration, outcomes.Count);
    }

    /// <summary>Writes the weights and the calibration as JSON. They hold no content of requests.</summary>
    public string ExportLearned() => ComplexityState.Write(_weights, _calibration, OutcomeCount);

    /// <summary>Makes the model that <see cref="ExportLearned"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="LlmOrchestratorException">The text is something else (<c>complexity_state_invalid</c>) or of a newer version (<c>complexity_state_version</c>).</exception>
    public static ComplexityModel ImportLearned(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        (double[] weights, QualityCalibration? calibration, int outcomes) = ComplexityState.Read(json);
        return new ComplexityModel(weights, calibration, outcomes);
    }

    /// <summary>Estimates.</summary>
    /// <param name="text">The request.</param>
    /// <param name="task">What it asks for.</param>
    public ComplexityEstimate Estimate(string text, LlmTask task = LlmTask.General)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Estimate(ComplexityReader.Read(text, task));
    }

    /// <summary>Estimates from what was counted before.</summary>
    /// <param name="features">The counts.</param>
    public ComplexityEstimate Estimate(ComplexityFeatures features)
    {
        double score = Score(features);
        return new ComplexityEstimate(_calibration?.Calibrate(score) ?? score, score, OutcomeCount > 0, features);
    }

    private static double[] Checked(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return weights.Count == FeatureNames.Length && weights.All(double.IsFinite)
            ? [.. weights]
            : throw new ArgumentException($"There must be {FeatureNames.Length} finite weights.", nameof(weights));
    }

    private static void Require(IReadOnlyList<ComplexityOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        if (outcomes.Count < MinimumOutcomes)
        {
            throw new ArgumentException($"{MinimumOutcomes} outcomes are needed; there are {outcomes.Count}.", nameof(outcomes));
        }
    }

    private static double[] ValuesOf(in ComplexityFeatures features)
    {
        double[] values = new double[FeatureNames.Length];
        ComplexityTerms.Write(features, values);
        return values;
    }

    private double Score(in ComplexityFeatures features)
    {
        Span<double> values = stackalloc double[_weights.Length];
        ComplexityTerms.Write(features, values);
        return LogisticRegression.Sigmoid(LogisticRegression.Dot(values, _weights));
    }
}
