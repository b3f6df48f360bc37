namespace LlmAspects.Components.Routing.Learning;

/// <summary>The entries of a vector that are not 0, by growing index.</summary>
internal readonly record struct SparseVector(int[] Indices, float[] Values)
{
    public int Count => Indices.Length;
}
