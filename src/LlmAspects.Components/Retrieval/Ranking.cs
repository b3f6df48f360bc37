using System.Buffers;

namespace LlmAspects.Components.Retrieval;

/// <summary>Ranks the pieces of an index for a query. Thread-safe.</summary>
internal sealed class Ranking(RetrieverOptions options)
{
    /// <summary>How many times as many pieces as asked for a choice of different ones is made from.</summary>
    private const int DiversityPool = 5;

    private QueryTerms? _spare;

    /// <summary>Ranks by words, by embeddings or by both.</summary>
    /// <param name="index">The index.</param>
    /// <param name="query">The query.</param>
    /// <param name="strategy">What pieces are ranked by.</param>
    /// <param name="vector">The embedding of the query; <see langword="null"/> when it is not needed or points nowhere.</param>
    public IReadOnlyList<RetrievedChunk> Run(IndexGeneration index, RetrievalQuery query, RetrievalStrategy strategy, QueryVector? vector)
    {
        IndexView view = index.View;
        if (view.Living == 0)
        {
            return [];
        }

        float[] rented = ArrayPool<float>.Shared.Rent(view.Count);
        try
        {
            Span<float> scores = rented.AsSpan(0, view.Count);
            scores.Clear();
            int depth = query.Diversity > 0 ? (int)Math.Min((long)query.Top * DiversityPool, view.Count) : query.Top;
            Score(index, view, query, strategy, vector, depth, scores);
            return Select(view, query, strategy, depth, scores);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private static RetrievedChunk[] Select(IndexView view, RetrievalQuery query, RetrievalStrategy strategy, int depth, ReadOnlySpan<float> scores)
    {
        using var best = TopChunks.Select(view, scores, depth, query.Filter);
        ReadOnlySpan<int> chosen = query.Diversity > 0 && best.Best.Length > 0
            ? MaximalMarginalRelevance.Choose(view, best.Best, scores, query.Top, query.Diversity)
            : best.Best;
        string source = strategy switch
        {
            RetrievalStrategy.Bm25 => "bm25",
            RetrievalStrategy.Vector => "vector",
            _ => "hybrid",
        };
        var found = new RetrievedChunk[chosen.Length];
        for (int i = 0; i < found.Length; i++)
        {
            found[i] = view.Chunks[chosen[i]].ToResult(scores[chosen[i]], source);
        }

        return found;
    }

    private void Score(IndexGeneration index, IndexView view, RetrievalQuery query, RetrievalStrategy strategy, QueryVector? vector, int depth, Span<float> scores)
    {
        if (strategy == RetrievalStrategy.Bm25)
        {
            ScoreWords(index, view, query.Text, scores);
            return;
        }

        if (strategy == RetrievalStrategy.Vector)
        {
            ScoreVectors(view, query, vector, depth, scores);
            return;
        }

        int fused = Math.Max(depth, options.FusionDepth);
        float[] rented = ArrayPool<float>.Shared.Rent(view.Count);
        try
        {
            Span<float> single = rented.AsSpan(0, view.Count);
            single.Clear();
            ScoreWords(index, view, query.Text, single);
            Fuse(view, query, fused, single, scores);
            single.Clear();
            ScoreVectors(view, query, vector, fused, single);
            Fuse(view, query, fused, single, scores);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    private void Fuse(IndexView view, RetrievalQuery query, int depth, ReadOnlySpan<float> single, Span<float> scores)
    {
        using var best = TopChunks.Select(view, single, depth, query.Filter);
        ReciprocalRankFusion.Add(best.Best, options.FusionConstant, scores);
    }

    private void ScoreVectors(IndexView view, RetrievalQuery query, QueryVector? vector, int top, Span<float> scores)
    {
        if (vector is not null)
        {
            VectorSearch.Score(view, vector, query.Filter, top, options.VectorPrecision, scores);
        }
    }

    private void ScoreWords(IndexGeneration index, IndexView view, string query, Span<float> scores)
    {
        QueryTerms terms = Interlocked.Exchange(ref _spare, null) ?? new QueryTerms();
        terms.Read(query, index, options);
        Bm25Search.Score(view, terms.Weights, options, scores);
        if (terms.IsWorthKeeping)
        {
            _spare = terms;
        }
    }
}
