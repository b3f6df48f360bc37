using System.Numerics.Tensors;

namespace LlmAspects.Components.Retrieval;

/// <summary>An embedding as it is.</summary>
internal sealed class SingleChunkVector(float[] values) : ChunkVector
{
    public override int Length => values.Length;

    public override float Estimate(QueryVector query) => Cosine(query);

    public override float Cosine(QueryVector query) => TensorPrimitives.Dot<float>(values, query.Values);
}
