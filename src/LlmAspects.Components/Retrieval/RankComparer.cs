namespace LlmAspects.Components.Retrieval;

/// <summary>Orders ranked pieces, the worst first: by score, then by document id and position from the end.</summary>
internal sealed class RankComparer : IComparer<(double Score, IndexedChunk Chunk)>
{
    public static readonly RankComparer WorstFirst = new();

    public int Compare((double Score, IndexedChunk Chunk) x, (double Score, IndexedChunk Chunk) y)
    {
        int order = x.Score.CompareTo(y.Score);
        order = order != 0 ? order : string.CompareOrdinal(y.Chunk.Document.Id, x.Chunk.Document.Id);
        return order != 0 ? order : y.Chunk.Start.CompareTo(x.Chunk.Start);
    }
}
