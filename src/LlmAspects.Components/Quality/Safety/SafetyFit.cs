namespace LlmAspects.Components.Quality.Safety;

/// <summary>
/// Fits a logistic regression whose weights are drawn towards what is expected of each feature, not towards zero: a kind of risk that the examples lack keeps its direction.
/// By coordinate-wise Newton steps, which settle without a step size.
/// </summary>
internal static class SafetyFit
{
    private const int Sweeps = 100;

    /// <summary>How many examples the expectation counts as. Chosen by cross-validation, together for random folds and folds by category.</summary>
    private const double PriorStrength = 5;

    public static double[] Fit(double[][] rows, bool[] labels, CancellationToken cancellationToken)
    {
        double[] weights = [.. SafetyFeatures.All.Select(static feature => feature.Prior)];
        double[] scores = [.. rows.Select(row => Dot(row, weights))];
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int feature = 0; feature < weights.Length; feature++)
            {
                // The share of unsafe texts is the data's alone.
                double strength = feature == 0 ? 0.01 : PriorStrength;
                double step = Step(rows, labels, scores, feature, strength, weights[feature] - SafetyFeatures.All[feature].Prior);
                weights[feature] += step;
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
}
