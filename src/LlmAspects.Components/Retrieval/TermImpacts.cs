namespace LlmAspects.Components.Retrieval;

/// <summary>What each occurrence of a term adds to the score of its piece, apart from the weight of the term.</summary>
/// <param name="Version">The version of the index that the values belong to: the mean length is part of them.</param>
/// <param name="Values">One value for each occurrence that the version holds, in order.</param>
internal sealed record TermImpacts(int Version, double[] Values)
{
    public static TermImpacts Of(ReadOnlySpan<Posting> postings, IndexView view, RetrieverOptions options)
    {
        int count = postings.Length;
        while (count > 0 && postings[count - 1].Chunk >= view.Count)
        {
            count--;
        }

        var values = new double[count];
        double mean = view.MeanTermCount;
        for (int i = 0; i < count; i++)
        {
            values[i] = Of(postings[i], mean, options);
        }

        return new TermImpacts(view.Version, values);
    }

    /// <summary><c>tf / (tf + k1 * (1 - b + b * length / mean length))</c>.</summary>
    public static double Of(Posting posting, double mean, RetrieverOptions options) =>
        posting.Frequency / (posting.Frequency + (options.K1 * (1 - options.B + (options.B * posting.Length / mean))));
}
