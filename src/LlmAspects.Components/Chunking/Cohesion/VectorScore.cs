using System.Numerics.Tensors;

namespace LlmAspects.Components.Chunking.Cohesion;

/// <summary>The sum of squared distances of the unit vectors of a segment from their mean, below zero: length less the squared norm of the sum by the length.</summary>
internal sealed class VectorScore : ISegmentScore
{
    private readonly float[][] _vectors;
    private readonly float[] _sum;
    private readonly double _weight;
    private int _length;

    /// <summary>Creates a score.</summary>
    /// <param name="vectors">The vectors, of length 1 each.</param>
    /// <param name="sharpness">How much distances count, in units of what is usual between neighbours of this text.</param>
    public VectorScore(float[][] vectors, double sharpness)
    {
        _vectors = vectors;
        _sum = new float[vectors[0].Length];
        _weight = sharpness / UsualDistance(vectors);
    }

    public void Begin()
    {
        Array.Clear(_sum);
        _length = 0;
    }

    public double Extend(int unit)
    {
        TensorPrimitives.Add(_sum, _vectors[unit], _sum);
        _length++;
        return -_weight * (_length - (TensorPrimitives.SumOfSquares<float>(_sum) / (double)_length));
    }

    // Most neighbours are of one subject, so the median tells how sentences of one subject differ.
    private static double UsualDistance(float[][] vectors)
    {
        double[] distances = new double[Math.Max(1, vectors.Length - 1)];
        for (int i = 0; i + 1 < vectors.Length; i++)
        {
            distances[i] = 1 - TensorPrimitives.Dot<float>(vectors[i], vectors[i + 1]);
        }

        Array.Sort(distances);
        return Math.Max(distances[distances.Length / 2], 1e-6);
    }
}
