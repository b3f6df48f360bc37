namespace LlmAspects.Components.Retrieval;

/// <summary>How often a term occurs in pieces, with its occurrences in their neighbors in part: a field of little weight, as in BM25F.</summary>
internal static class NeighborFrequencies
{
    /// <summary>The pieces that have the term or a neighbor with it, in order.</summary>
    /// <param name="postings">Where the term occurs, in order.</param>
    /// <param name="view">The pieces.</param>
    /// <param name="weight">What an occurrence in a neighbor counts.</param>
    public static List<(int Chunk, double Frequency)> Of(ReadOnlySpan<Posting> postings, IndexView view, double weight)
    {
        var frequencies = new List<(int Chunk, double Frequency)>(postings.Length);
        int last = -1;
        foreach (Posting posting in postings)
        {
            if (posting.Chunk >= view.Count)
            {
                break;
            }

            Neighborhood around = view.Chunks[posting.Chunk].Neighbors;
            for (int chunk = posting.Chunk - around.Before; chunk <= posting.Chunk + around.After; chunk++)
            {
                double frequency = chunk == posting.Chunk ? posting.Frequency : weight * posting.Frequency;
                if (chunk > last)
                {
                    frequencies.Add((chunk, frequency));
                    last = chunk;
                    continue;
                }

                // Neighborhoods that touch leave no gap, so the place follows from the last piece.
                int place = frequencies.Count - 1 - (last - chunk);
                frequencies[place] = (chunk, frequencies[place].Frequency + frequency);
            }
        }

        return frequencies;
    }
}
