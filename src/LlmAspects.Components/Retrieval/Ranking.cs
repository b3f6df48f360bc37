using System.Buffers;

namespace LlmAspects.Components.Retrieval;

/// <summary>Ranks the pieces of an index for a query. Thread-safe.</summary>
internal sealed class Ranking(RetrieverOptions options)
{
    private QueryTerms? _spare;

    public IReadOnlyList<RetrievedChunk> Run(IndexGeneration index, RetrievalQuery query)
    {
        IndexView view = index.View;
        QueryTerms terms = Interlocked.Exchange(ref _spare, null) ?? new QueryTerms();
        terms.Read(query.Text, index, options);
        IReadOnlyList<RetrievedChunk> found = view.Living == 0 || terms.Weights.Count == 0 ? [] : Rank(view, terms, query);
        if (terms.IsWorthKeeping)
        {
            _spare = terms;
        }

        return found;
    }

    private RetrievedChunk[] Rank(IndexView view, QueryTerms terms, RetrievalQuery query)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(view.Count);
        try
        {
            Span<double> scores = rented.AsSpan(0, view.Count);
            scores.Clear();
            Bm25Search.Score(view, terms.Weights, options, scores);
            using var best = TopChunks.Select(view, scores, query.Top, query.Filter);
            var found = new RetrievedChunk[best.Best.Length];
            for (int i = 0; i < found.Length; i++)
            {
                int chunk = best.Best[i];
                found[i] = view.Chunks[chunk].ToResult(scores[chunk], "bm25");
            }

            return found;
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }
}
