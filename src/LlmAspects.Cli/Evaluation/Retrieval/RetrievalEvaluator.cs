using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.Evaluation.Retrieval;

/// <summary>Scores the retriever on a test collection. Documents are searched whole, as the collection judges them.</summary>
/// <param name="data">The collection.</param>
/// <param name="strategy">What documents are ranked by; vectors are those of feature hashing with its defaults.</param>
internal sealed class RetrievalEvaluator(RetrievalData data, RetrievalStrategy strategy)
{
    /// <summary>How far down trec_eval looks.</summary>
    private const int Depth = 1_000;

    private const int FoldCount = 10;
    private const int Seeds = 3;
    private const string Reference = "words alone";

    private static readonly double[] PairWeights = [0, 0.1, 0.2, 0.3, 0.4, 0.5];

    private static readonly (string Name, Func<string[], RetrievalTopic, double> Measure)[] Measures =
    [
        ("ndcg@10", Ndcg),
        ("recall@10", static (ranking, topic) => RankingMeasures.Recall(ranking, topic, 10)),
        ("recall@100", static (ranking, topic) => RankingMeasures.Recall(ranking, topic, 100)),
        ("map", RankingMeasures.AveragePrecision),
    ];

    private string Suite => $"retrieval/{data.Name}";

    /// <summary>How often every query is asked.</summary>
    public static int Rounds(bool tune) => tune ? PairWeights.Length + 2 : 2;

    /// <summary>
    /// Indexes the documents and asks every query, with the defaults and for the reference: words without pairs where words are scored, else words.
    /// </summary>
    /// <param name="tune">Whether the weight of pairs is also chosen by cross-validation.</param>
    /// <param name="progress">Told how many queries are answered.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<EvalFigure>> ScoreAsync(bool tune, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var steps = new QueryCount(progress);
        string[][] rankings = await RankAsync(new RetrieverOptions(), strategy, steps, cancellationToken).ConfigureAwait(false);
        RetrieverOptions plain = strategy == RetrievalStrategy.Bm25 ? new RetrieverOptions { PairWeight = 0 } : new RetrieverOptions();
        string[][] words = await RankAsync(plain, RetrievalStrategy.Bm25, steps, cancellationToken).ConfigureAwait(false);
        List<EvalFigure> figures = [.. Measures.Select(measure =>
            EvalFigure.OfMean(Suite, measure.Name, Values(rankings, measure.Measure), Values(words, measure.Measure).Average(), Reference))];
        if (tune)
        {
            figures.Add(await CrossValidateAsync(figures[0].Reference!.Value, steps, cancellationToken).ConfigureAwait(false));
        }

        return figures;
    }

    private static double Ndcg(string[] ranking, RetrievalTopic topic) => RankingMeasures.Ndcg(ranking, topic, 10);

    private double[] Values(string[][] rankings, Func<string[], RetrievalTopic, double> measure) => [.. rankings.Zip(data.Topics, measure)];

    /// <summary>Every query is scored with the weight that is best on the folds that do not hold it.</summary>
    private async Task<EvalFigure> CrossValidateAsync(double reference, QueryCount steps, CancellationToken cancellationToken)
    {
        var values = new List<double[]>();
        foreach (double weight in PairWeights)
        {
            values.Add(Values(await RankAsync(new RetrieverOptions { PairWeight = weight }, strategy, steps, cancellationToken).ConfigureAwait(false), Ndcg));
        }

        double[] held = new double[data.Topics.Count];
        for (int seed = 1; seed <= Seeds; seed++)
        {
            int[] fold = Folds.AtRandom(held.Length, FoldCount, seed);
            for (int part = 0; part < FoldCount; part++)
            {
                double[] best = values.MaxBy(all => all.Where((_, topic) => fold[topic] != part).Sum())!;
                foreach (int topic in Enumerable.Range(0, held.Length).Where(topic => fold[topic] == part))
                {
                    held[topic] += best[topic] / Seeds;
                }
            }
        }

        return EvalFigure.OfMean(Suite, "ndcg@10, pair weight chosen on other queries", held, reference, Reference);
    }

    private async Task<string[][]> RankAsync(RetrieverOptions options, RetrievalStrategy by, QueryCount steps, CancellationToken cancellationToken)
    {
        using FeatureHashingEmbeddingGenerator? embedder = by == RetrievalStrategy.Bm25 ? null : new();
        var retriever = new ContextRetriever(new SemanticChunker(new WholeDocumentStrategy()), options, embedder);
        await retriever.AddDocumentsAsync(data.Documents, cancellationToken: cancellationToken).ConfigureAwait(false);
        var rankings = new string[data.Topics.Count][];
        for (int topic = 0; topic < rankings.Length; topic++)
        {
            var query = new RetrievalQuery(data.Topics[topic].Text) { Top = Depth, Strategy = by };
            IReadOnlyList<RetrievedChunk> found = await retriever.RetrieveAsync(query, cancellationToken).ConfigureAwait(false);
            rankings[topic] = RankingMeasures.Order(found.Select(static chunk => (chunk.DocumentId, chunk.Score)));
            steps.Next();
        }

        return rankings;
    }

    private sealed class QueryCount(IProgress<int> progress)
    {
        private int _answered;

        public void Next() => progress.Report(++_answered);
    }
}
