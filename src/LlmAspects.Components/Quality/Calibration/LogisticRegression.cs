namespace LlmAspects.Components.Quality.Calibration;

/// <summary>
/// Fits a logistic regression whose weights are drawn towards what is expected of each feature, not towards zero: what the examples lack keeps its expectation.
/// By coordinate-wise Newton steps, which settle without a step size.
/// </summary>
internal static class LogisticRegression
{
    private const int Sweeps = 100;
    private const double Settled = 1e-6;

    /// <summary>Fits weights.</summary>
    /// <param name="rows">The values of the features of each example; the first is the intercept's and always 1.</param>
    /// <param name="labels">The label of each example.</param>
    /// <param name="features">What is expected of each feature.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static double[] Fit(double[][] rows, bool[] labels, IReadOnlyList<Expectation> features, CancellationToken cancellationToken)
    {
        double[] weights = [.. features.Select(static feature => feature.Weight)];
        double[] scores = [.. rows.Select(row => Dot(row, weights))];
        double largest = double.MaxValue;
        for (int sweep = 0; sweep < Sweeps && largest > Settled; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            largest = 0;
            for (int feature = 0; feature < weights.Length; feature++)
            {
                Expectation expected = features[feature];
                double wanted = weights[feature] + Step(rows, labels, scores, feature, expected.Strength, weights[feature] - expected.Weight);
                double step = Math.Max(expected.Least, wanted) - weights[feature];
                weights[feature] += step;
                largest = Math.Max(largest, Math.Abs(step));
                for (int row = 0; row < rows.Length; row++)
                {
                    scores[row] += step * rows[row][feature];
                }
            }
        }

        return weights;
    }

    public static double Dot(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += values[i] * weights[i];
        }

        return sum;
    }

    public static double Sigmoid(double value) => 1 / (1 + Math.Exp(-value));

    private static double Step(double[][] rows, bool[] labels, double[] scores, int feature, double strength, double distance)
    {
        double gradient = strength * distance;
        double curvature = strength;
        for (int row = 0; row < rows.Length; row++)
        {
            double value = rows[row][feature];
            if (value != 0)
            {
                double probability = Sigmoid(scores[row]);
                gradient += (probability - (labels[row] ? 1 : 0)) * value;
                curvature += probability * (1 - probability) * value * value;
            }
        }

        return -gradient / curvature;
    }

    /// <summary>What is expected of a feature before any example.</summary>
    /// <param name="Weight">Its weight, in log-odds.</param>
    /// <param name="Strength">How much the expectation counts, above 0.</param>
    /// <param name="Least">The least weight that it may get.</param>
    internal readonly record struct Expectation(double Weight, double Strength, double Least = double.NegativeInfinity);
}
