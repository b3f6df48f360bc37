using System.Buffers;
using System.Numerics.Tensors;

namespace LlmAspects.Components.Retrieval;

/// <summary>An embedding in whole numbers from -127 to 127.</summary>
internal sealed class Int8ChunkVector : ChunkVector
{
    private readonly sbyte[] _values;
    private readonly float _scale;

    public Int8ChunkVector(float[] values) => _values = Int8Vectors.Quantize(values, out _scale);

    public override int Length => _values.Length;

    public override float Estimate(QueryVector query) => Int8Vectors.Dot(_values, query.Quantized) * _scale * query.Scale;

    public override float Cosine(QueryVector query)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(_values.Length);
        try
        {
            Span<float> values = rented.AsSpan(0, _values.Length);
            TensorPrimitives.ConvertTruncating<sbyte, float>(_values, values);
            return TensorPrimitives.Dot(values, query.Values) * _scale;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }
}
