namespace LlmAspects.Components.Retrieval;

/// <summary>What each occurrence of a term adds to the score of its piece, apart from the weight of the term.</summary>
/// <param name="Version">The version of the index that the values belong to: the mean length is part of them.</param>
/// <param name="Items">The occurrences that the version holds, in order.</param>
internal sealed record TermImpacts(int Version, TermImpacts.Impact[] Items)
{
    /// <summary>What one occurrence adds; so small that ranking reads little memory.</summary>
    internal readonly record struct Impact(int Chunk, float Value);

    public static TermImpacts Of(ReadOnlySpan<Posting> postings, IndexView view, RetrieverOptions options)
    {
        if (options.NeighborWeight > 0)
        {
            return OfNeighbors(postings, view, options);
        }

        int count = postings.Length;
        while (count > 0 && postings[count - 1].Chunk >= view.Count)
        {
            count--;
        }

        var items = new Impact[count];
        double mean = view.MeanLength(options);
        for (int i = 0; i < count; i++)
        {
            items[i] = new Impact(postings[i].Chunk, Of(postings[i], mean, options));
        }

        return new TermImpacts(view.Version, items);
    }

    /// <summary><c>tf / (tf + k1 * (1 - b + b * length / mean length))</c>.</summary>
    public static float Of(Posting posting, double mean, RetrieverOptions options) => Of(posting.Frequency, posting.Length, mean, options);

    private static float Of(double frequency, double length, double mean, RetrieverOptions options) =>
        (float)(frequency / (frequency + (options.K1 * (1 - options.B + (options.B * length / mean)))));

    private static TermImpacts OfNeighbors(ReadOnlySpan<Posting> postings, IndexView view, RetrieverOptions options)
    {
        double mean = view.MeanLength(options);
        return new TermImpacts(view.Version, [.. NeighborFrequencies.Of(postings, view, options.NeighborWeight).Select(item =>
        {
            IndexedChunk chunk = view.Chunks[item.Chunk];
            return new Impact(item.Chunk, Of(item.Frequency, chunk.Terms.Count + (options.NeighborWeight * chunk.Neighbors.TermCount), mean, options));
        })]);
    }
}
