using System.Buffers;

namespace LlmAspects.Components.Retrieval;

/// <summary>Ranks the pieces of an index. Equal scores are ordered by document id, then by position.</summary>
/// <remarks>
/// <c>score = sum over query terms of ln(1 + (N - df + 0.5) / (df + 0.5)) * tf / (tf + k1 * (1 - b + b * length / mean length))</c>:
/// Lucene's idf never turns negative; the constant factor k1 + 1 is left out as in Lucene 8 because it ranks nothing.
/// </remarks>
internal static class Bm25Search
{
    public static IReadOnlyList<RetrievedChunk> Run(IndexGeneration index, IReadOnlyDictionary<string, int> terms, RetrievalQuery query, RetrieverOptions options)
    {
        IndexView view = index.View;
        if (view.Living == 0 || terms.Count == 0)
        {
            return [];
        }

        double[] scores = ArrayPool<double>.Shared.Rent(view.Count);
        try
        {
            Span<double> used = scores.AsSpan(0, view.Count);
            used.Clear();
            foreach ((string term, int repeated) in terms)
            {
                if (index.Find(term) is { } postings)
                {
                    AddTerm(postings, repeated, view, options, used);
                }
            }

            return Best(view, used, query);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scores);
        }
    }

    private static void AddTerm(PostingList postings, int repeated, IndexView view, RetrieverOptions options, Span<double> scores)
    {
        double frequency = Math.Min(postings.DocumentFrequency, view.Living);
        double weight = repeated * Math.Log(1 + ((view.Living - frequency + 0.5) / (frequency + 0.5)));
        double mean = view.MeanTermCount;
        foreach (Posting posting in postings.Items)
        {
            if (posting.Chunk >= view.Count)
            {
                break;
            }

            double norm = options.K1 * (1 - options.B + (options.B * posting.Length / mean));
            scores[posting.Chunk] += weight * posting.Frequency / (posting.Frequency + norm);
        }
    }

    private static List<RetrievedChunk> Best(IndexView view, ReadOnlySpan<double> scores, RetrievalQuery query)
    {
        var best = new PriorityQueue<int, (double Score, IndexedChunk Chunk)>(RankComparer.WorstFirst);
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i] <= 0 || (best.Count == query.Top && best.TryPeek(out _, out var worst) && scores[i] < worst.Score))
            {
                continue;
            }

            IndexedChunk chunk = view.Chunks[i];
            if (chunk.IsRemovedIn(view.Version) || !HasMetadata(chunk.Document, query.Filter))
            {
                continue;
            }

            best.Enqueue(i, (scores[i], chunk));
            if (best.Count > query.Top)
            {
                best.Dequeue();
            }
        }

        var results = new List<RetrievedChunk>(best.Count);
        while (best.TryDequeue(out _, out var rank))
        {
            results.Add(rank.Chunk.ToResult(rank.Score));
        }

        results.Reverse();
        return results;
    }

    private static bool HasMetadata(SourceDocument document, IReadOnlyDictionary<string, string> filter)
    {
        foreach ((string key, string value) in filter)
        {
            if (!document.Metadata.TryGetValue(key, out string? found) || !string.Equals(found, value, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
