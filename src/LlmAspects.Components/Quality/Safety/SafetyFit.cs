using LlmAspects.Components.Quality.Calibration;

namespace LlmAspects.Components.Quality.Safety;

/// <summary>Learns the weights of the safety model: a kind of risk that the examples lack keeps the direction that it is expected to have.</summary>
internal static class SafetyFit
{
    /// <summary>How many examples the expectation counts as. Chosen by cross-validation, together for random folds and folds by category.</summary>
    private const double PriorStrength = 5;

    /// <summary>The share of unsafe texts is the data's alone.</summary>
    private const double InterceptStrength = 0.01;

    private static readonly LogisticRegression.Expectation[] Expectations =
        [.. SafetyFeatures.All.Select(static (feature, place) => new LogisticRegression.Expectation(feature.Prior, place == 0 ? InterceptStrength : PriorStrength))];

    public static double[] Fit(double[][] rows, bool[] labels, CancellationToken cancellationToken) => LogisticRegression.Fit(rows, labels, Expectations, cancellationToken);
}
