namespace LlmAspects.Components.Routing.Learning;

/// <summary>
/// Linear least squares with a penalty on the squares of the weights (ridge regression), solved by conjugate gradients on the normal equations
/// (CGLS: Björck, Numerical Methods for Least Squares Problems, SIAM 1996, section 7.4). Deterministic.
/// </summary>
internal static class RidgeRegression
{
    private const int MaximumSteps = 60;
    private const double Tolerance = 1e-8;

    /// <summary>The weights w that make |Xw - y|² + ridge |w|² least.</summary>
    public static float[] Solve(IReadOnlyList<SparseVector> rows, int columns, ReadOnlySpan<float> targets, double ridge)
    {
        float[] weights = new float[columns];
        float[] residual = targets.ToArray();
        float[] gradient = Transposed(rows, columns, residual);
        float[] direction = [.. gradient];
        double norm = Dot(gradient, gradient);
        double enough = norm * Tolerance;
        for (int step = 0; step < MaximumSteps && norm > enough; step++)
        {
            float[] image = Times(rows, direction);
            double length = norm / (Dot(image, image) + (ridge * Dot(direction, direction)));
            AddScaled(weights, direction, length);
            AddScaled(residual, image, -length);
            gradient = Transposed(rows, columns, residual);
            AddScaled(gradient, weights, -ridge);
            double next = Dot(gradient, gradient);
            Replace(direction, gradient, next / norm);
            norm = next;
        }

        return weights;
    }

    public static double Apply(SparseVector row, float[] weights)
    {
        double sum = 0;
        for (int entry = 0; entry < row.Count; entry++)
        {
            sum += row.Values[entry] * weights[row.Indices[entry]];
        }

        return sum;
    }

    private static float[] Times(IReadOnlyList<SparseVector> rows, float[] weights)
    {
        float[] image = new float[rows.Count];
        for (int row = 0; row < image.Length; row++)
        {
            image[row] = (float)Apply(rows[row], weights);
        }

        return image;
    }

    private static float[] Transposed(IReadOnlyList<SparseVector> rows, int columns, float[] values)
    {
        float[] sums = new float[columns];
        for (int row = 0; row < values.Length; row++)
        {
            for (int entry = 0; entry < rows[row].Count; entry++)
            {
                sums[rows[row].Indices[entry]] += rows[row].Values[entry] * values[row];
            }
        }

        return sums;
    }

    private static double Dot(float[] left, float[] right)
    {
        double sum = 0;
        for (int index = 0; index < left.Length; index++)
        {
            sum += (double)left[index] * right[index];
        }

        return sum;
    }

    private static void AddScaled(float[] target, float[] other, double scale)
    {
        for (int index = 0; index < target.Length; index++)
        {
            target[index] += (float)(scale * other[index]);
        }
    }

    // direction = gradient + scale * direction
    private static void Replace(float[] direction, float[] gradient, double scale)
    {
        for (int index = 0; index < direction.Length; index++)
        {
            direction[index] = gradient[index] + (float)(scale * direction[index]);
        }
    }
}
