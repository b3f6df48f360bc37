using System.Numerics.Tensors;

namespace LlmAspects.Components.Retrieval;

/// <summary>The embedding of a piece, of length 1.</summary>
internal abstract class ChunkVector
{
    /// <summary>The number of dimensions.</summary>
    public abstract int Length { get; }

    /// <summary>The cosine to a query, or what is nearly it and cheaper.</summary>
    public abstract float Estimate(QueryVector query);

    /// <summary>The cosine to a query.</summary>
    public abstract float Cosine(QueryVector query);

    /// <summary>Keeps an embedding; <see langword="null"/> for one without a direction.</summary>
    public static ChunkVector? Of(ReadOnlySpan<float> embedding, VectorPrecision precision)
    {
        float[]? values = Normalized(embedding);
        if (values is null)
        {
            return null;
        }

        return precision == VectorPrecision.Quantized ? new Int8ChunkVector(values) : new SingleChunkVector(values);
    }

    /// <summary>The values divided by their length; <see langword="null"/> when that is 0 or no number.</summary>
    public static float[]? Normalized(ReadOnlySpan<float> embedding)
    {
        float length = TensorPrimitives.Norm(embedding);
        if (!float.IsFinite(length) || length == 0)
        {
            return null;
        }

        float[] values = new float[embedding.Length];
        TensorPrimitives.Divide(embedding, length, values);
        return values;
    }
}
