namespace LlmAspects.Components.Routing.Learning;

/// <summary>Brings the shapes of texts to a mean of 0 and a common spread; what is further off than three deviations counts as three. Immutable.</summary>
internal sealed class ShapeScale
{
    private const float Spread = 2;
    private const float Furthest = 3;

    private readonly float[] _means;
    private readonly float[] _scales;

    private ShapeScale(float[] means, float[] scales) => (_means, _scales) = (means, scales);

    public static ShapeScale Fit(IEnumerable<string> texts)
    {
        float[][] shapes = [.. texts.Select(Of)];
        float[] means = new float[TextShape.Count];
        float[] scales = new float[TextShape.Count];
        for (int part = 0; part < means.Length; part++)
        {
            float mean = shapes.Average(shape => shape[part]);
            float deviation = MathF.Sqrt(shapes.Average(shape => (shape[part] - mean) * (shape[part] - mean)));
            (means[part], scales[part]) = (mean, deviation > 0 ? 1 / deviation : 0);
        }

        return new ShapeScale(means, scales);
    }

    /// <summary>The terms of a text, and behind them its shape.</summary>
    public SparseVector Append(SparseVector terms, ReadOnlySpan<char> text, int start)
    {
        int[] indices = new int[terms.Count + TextShape.Count];
        float[] values = new float[indices.Length];
        terms.Indices.CopyTo(indices, 0);
        terms.Values.CopyTo(values, 0);
        Span<float> shape = values.AsSpan(terms.Count);
        TextShape.Write(text, shape);
        for (int part = 0; part < shape.Length; part++)
        {
            indices[terms.Count + part] = start + part;
            shape[part] = Spread * Math.Clamp((shape[part] - _means[part]) * _scales[part], -Furthest, Furthest);
        }

        return new SparseVector(indices, values);
    }

    private static float[] Of(string text)
    {
        float[] shape = new float[TextShape.Count];
        TextShape.Write(text, shape);
        return shape;
    }
}
