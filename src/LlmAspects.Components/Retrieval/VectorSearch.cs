namespace LlmAspects.Components.Retrieval;

/// <summary>Scores the pieces of an index by their embeddings, every piece.</summary>
internal static class VectorSearch
{
    /// <summary>How many times as many pieces as asked for are scored again when they were only estimated.</summary>
    private const int Rescored = 4;

    /// <summary>Sets the scores of the pieces that a filter lets through to their cosine; the others and those that point away are 0 or less.</summary>
    /// <param name="view">The pieces.</param>
    /// <param name="query">The query.</param>
    /// <param name="filter">Which pieces are compared at all.</param>
    /// <param name="top">How many of them are wanted.</param>
    /// <param name="precision">How they are kept.</param>
    /// <param name="scores">One score for each piece of the view, all 0.</param>
    /// <exception cref="InvalidOperationException">Query and pieces differ in their dimensions.</exception>
    public static void Score(IndexView view, QueryVector query, MetadataFilter? filter, int top, VectorPrecision precision, Span<float> scores)
    {
        for (int i = 0; i < scores.Length; i++)
        {
            if (view.Allows(i, filter) && view.Chunks[i].Vector is { } vector)
            {
                scores[i] = vector.Length == query.Values.Length ? vector.Estimate(query) : throw Differ(vector, query);
            }
        }

        if (precision == VectorPrecision.Quantized)
        {
            Rescore(view, query, (int)Math.Min((long)top * Rescored, view.Count), scores);
        }
    }

    private static void Rescore(IndexView view, QueryVector query, int count, Span<float> scores)
    {
        using var candidates = TopChunks.Select(view, scores, count, filter: null);
        scores.Clear();
        foreach (int chunk in candidates.Best)
        {
            scores[chunk] = view.Chunks[chunk].Vector!.Cosine(query);
        }
    }

    private static InvalidOperationException Differ(ChunkVector vector, QueryVector query) =>
        new($"The embedding of the query has {query.Values.Length} dimensions, that of a piece {vector.Length}. Queries and documents need the same generator.");
}
