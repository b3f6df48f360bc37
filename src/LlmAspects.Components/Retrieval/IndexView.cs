namespace LlmAspects.Components.Retrieval;

/// <summary>The pieces of an index at one moment.</summary>
/// <param name="Chunks">The pieces by number; only the first <paramref name="Count"/> may be read.</param>
/// <param name="Count">The pieces, removed ones included.</param>
/// <param name="Living">The pieces that are not removed.</param>
/// <param name="TermCount">The terms of the living pieces, repetitions included.</param>
/// <param name="NeighborTermCount">The terms of their neighbors, a piece as often as it is one.</param>
/// <param name="Version">Grows by one with every change.</param>
internal sealed record IndexView(IndexedChunk[] Chunks, int Count, int Living, long TermCount, long NeighborTermCount, int Version)
{
    /// <summary>The mean length of the living pieces in terms, of which those of neighbors count in part.</summary>
    public double MeanLength(RetrieverOptions options) => Living == 0 ? 0 : (TermCount + (options.NeighborWeight * NeighborTermCount)) / Living;

    /// <summary>Whether a piece may be found. Where all may, none is fetched from memory to look.</summary>
    public bool Allows(int chunk, MetadataFilter? filter) =>
        (Count == Living || !Chunks[chunk].IsRemovedIn(Version)) && (filter is null || filter.Allows(Chunks[chunk].Document));
}
