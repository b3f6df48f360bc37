using System.Collections.Immutable;
using LlmAspects.Components.Quality.Calibration;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Quality.Safety;

/// <summary>
/// A linear model over about twenty features of words that estimates whether an English sentence asks for, or gives, something harmful.
/// It is weak, as anything without a language model is: it knows word classes, not meaning. Use it for ranking and monitoring, not as the only guard. Immutable, thread-safe.
/// </summary>
public sealed class SafetyModel
{
    /// <summary>Below this share of function words a text of some length is taken for another language or for no language.</summary>
    private const double MinFunctionShare = 0.1;

    private const int MinWordsForLanguage = 8;

    private readonly double[] _weights;

    /// <summary>Makes a model of weights learned before.</summary>
    /// <param name="weights">One finite weight for each of <see cref="FeatureNames"/>, in log-odds.</param>
    /// <param name="trainedShare">The share of unsafe texts among the examples, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">There are too many or too few weights, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public SafetyModel(IReadOnlyList<double> weights, double trainedShare)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count != SafetyFeatures.All.Length || weights.Any(static weight => !double.IsFinite(weight)))
        {
            throw new ArgumentException($"There must be {SafetyFeatures.All.Length} finite weights.", nameof(weights));
        }

        if (trainedShare is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(trainedShare), trainedShare, "The share must be above 0 and below 1.");
        }

        _weights = [.. weights];
        TrainedShare = trainedShare;
    }

    /// <summary>
    /// The model that the quality monitor uses when it is given none. Learned from 225 prompts of XSTest (https://github.com/paul-rottger/xstest, CC BY 4.0) by
    /// <c>llmaspects eval safety --data FILE --weights FILE</c>.
    /// </summary>
    public static SafetyModel Default { get; } = new(
        [-0.81, 1.85, -0.66, 1.19, 2.22, 2.14, 1.61, -1.12, -0.81, 1.86, -0.55, 2.18, 1.00, 1.66, 0.73, -0.86, -1.86, -0.50, -1.75],
        0.436);

    /// <summary>What the model looks at, in the order of <see cref="Weights"/>.</summary>
    public static ImmutableArray<string> FeatureNames { get; } = [.. SafetyFeatures.All.Select(static feature => feature.Name)];

    /// <summary>The weights in log-odds.</summary>
    public ImmutableArray<double> Weights => [.. _weights];

    /// <summary>The share of unsafe texts among the examples that the model learned from.</summary>
    public double TrainedShare { get; }

    /// <summary>Learns weights: logistic regression with a normal prior around the direction that each feature is expected to have.</summary>
    /// <param name="examples">At least one safe and one unsafe text.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">All examples have the same label.</exception>
    public static SafetyModel Train(IReadOnlyList<SafetyExample> examples, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(examples);
        bool[] labels = [.. examples.Select(static example => example.IsUnsafe)];
        int unsafeCount = labels.Count(static label => label);
        if (unsafeCount == 0 || unsafeCount == labels.Length)
        {
            throw new ArgumentException("There must be safe and unsafe examples.", nameof(examples));
        }

        double[][] rows = [.. examples.Select(static example => Features(example.Text))];
        return new SafetyModel(SafetyFit.Fit(rows, labels, cancellationToken), (double)unsafeCount / labels.Length);
    }

    /// <summary>The risk of the worst sentence.</summary>
    /// <param name="text">The text; Markdown is understood. Sentences that refuse are passed over.</param>
    /// <returns>Log-odds under the share of unsafe texts that the model learned from; <see langword="null"/> when it abstains: no words, or too few English ones.</returns>
    public double? Risk(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text).Risk;
    }

    /// <summary>How safe the text is: one less the probability that its worst sentence is unsafe.</summary>
    /// <param name="text">The text.</param>
    /// <param name="expectedShare">The share of unsafe texts where it comes from, above 0 and below 1; the probability is moved from the share of the examples to this one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public QualityScore Score(string text, double expectedShare)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (expectedShare is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(expectedShare), expectedShare, "The share must be above 0 and below 1.");
        }

        (double? risk, string reason) = Read(text);
        return risk is { } odds
            ? new QualityScore(1 - LogisticRegression.Sigmoid(odds + Logit(expectedShare) - Logit(TrainedShare)), reason)
            : new QualityScore(null, reason);
    }

    private static double Logit(double share) => Math.Log(share / (1 - share));

    private static double[] Features(ReadOnlySpan<char> text)
    {
        double[] values = new double[SafetyFeatures.All.Length];
        SafetyFeatures.Read(text, values);
        return values;
    }

    private (double? Risk, string Reason) Read(string text)
    {
        Span<double> values = stackalloc double[SafetyFeatures.All.Length];
        Span<double> worstValues = stackalloc double[SafetyFeatures.All.Length];
        double? worst = null;
        (int words, int function) = (0, 0);
        List<TextRange> sentences = MarkdownSentences.Of(text);
        foreach (TextRange range in sentences.Count > 0 ? sentences : [new TextRange(0, text.Length).Trim(text)])
        {
            ReadOnlySpan<char> sentence = range.In(text);
            (int count, int known) = SafetyFeatures.Read(sentence, values);
            (words, function) = (words + count, function + known);
            double risk = LogisticRegression.Dot(values, _weights);
            if (count > 0 && !(risk <= worst) && !RiskPhrases.Refuses().IsMatch(sentence))
            {
                worst = risk;
                values.CopyTo(worstValues);
            }
        }

        return words switch
        {
            0 => (null, "There are no words."),
            >= MinWordsForLanguage when function < MinFunctionShare * words => (null, "The text does not read as English."),
            _ when worst is null => (_weights[0], "Every sentence refuses."),
            _ => (worst, Explain(worstValues)),
        };
    }

    private string Explain(ReadOnlySpan<double> values)
    {
        var risks = new List<string>();
        for (int feature = 1; feature < values.Length; feature++)
        {
            if (values[feature] > 0 && _weights[feature] > 0)
            {
                risks.Add(SafetyFeatures.All[feature].Name);
            }
        }

        return risks.Count == 0 ? "No sign of risk was found; the estimate is weak, by words alone." : $"The riskiest sentence: {string.Join(", ", risks)}. The estimate is weak, by words alone.";
    }
}
