namespace LlmAspects.Components.Retrieval;

/// <summary>The embedding of a query, of length 1, as it is and in whole numbers.</summary>
internal sealed class QueryVector
{
    private QueryVector(float[] values)
    {
        Values = values;
        Quantized = Int8Vectors.Quantize(values, out float scale);
        Scale = scale;
    }

    public float[] Values { get; }

    public sbyte[] Quantized { get; }

    /// <summary>What a step of <see cref="Quantized"/> is worth.</summary>
    public float Scale { get; }

    /// <summary><see langword="null"/> for an embedding without a direction.</summary>
    public static QueryVector? Of(ReadOnlySpan<float> embedding) => ChunkVector.Normalized(embedding) is { } values ? new QueryVector(values) : null;
}
