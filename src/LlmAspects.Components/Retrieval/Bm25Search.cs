namespace LlmAspects.Components.Retrieval;

/// <summary>Scores the pieces of an index by the words of a query.</summary>
/// <remarks>
/// <c>score = sum over query terms of ln(1 + (N - df + 0.5) / (df + 0.5)) * tf / (tf + k1 * (1 - b + b * length / mean length))</c>:
/// Lucene's idf never turns negative; the constant factor k1 + 1 is left out as in Lucene 8 because it ranks nothing. A pair of words that
/// follow one another is a term of its own, with its weight.
/// </remarks>
internal static class Bm25Search
{
    /// <summary>Adds the scores of the words to those of the pieces.</summary>
    /// <param name="view">The pieces.</param>
    /// <param name="weights">The words and pairs of the query with their weights.</param>
    /// <param name="options">How they are scored.</param>
    /// <param name="scores">One score for each piece of the view.</param>
    public static void Score(IndexView view, Dictionary<PostingList, double> weights, RetrieverOptions options, Span<float> scores)
    {
        foreach ((PostingList postings, double weight) in weights)
        {
            double frequency = Math.Min(postings.DocumentFrequency, view.Living);
            double weighted = weight * Math.Log(1 + ((view.Living - frequency + 0.5) / (frequency + 0.5)));
            if (postings.FindImpacts(view, options) is { } impacts)
            {
                Add(impacts, (float)weighted, scores);
            }
            else if (options.NeighborWeight > 0)
            {
                Add(TermImpacts.Of(postings.Items, view, options).Items, (float)weighted, scores);
            }
            else
            {
                Add(postings.Items, view, options, (float)weighted, scores);
            }
        }
    }

    private static void Add(ReadOnlySpan<TermImpacts.Impact> impacts, float weight, Span<float> scores)
    {
        foreach (TermImpacts.Impact impact in impacts)
        {
            scores[impact.Chunk] += weight * impact.Value;
        }
    }

    private static void Add(ReadOnlySpan<Posting> postings, IndexView view, RetrieverOptions options, float weight, Span<float> scores)
    {
        double mean = view.MeanLength(options);
        foreach (Posting posting in postings)
        {
            if (posting.Chunk >= view.Count)
            {
                break;
            }

            scores[posting.Chunk] += weight * TermImpacts.Of(posting, mean, options);
        }
    }
}
