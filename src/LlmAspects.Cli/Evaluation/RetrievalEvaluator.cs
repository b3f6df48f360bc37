using LlmAspects.Components.Chunking;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Scores the retriever on a test collection. Documents are searched whole, as the collection judges them.</summary>
internal sealed class RetrievalEvaluator(RetrievalData data)
{
    /// <summary>How far down trec_eval looks.</summary>
    private const int Depth = 1_000;

    private static readonly (string Name, Func<string[], RetrievalTopic, double> Measure)[] Measures =
    [
        ("ndcg@10", static (ranking, topic) => RankingMeasures.Ndcg(ranking, topic, 10)),
        ("recall@10", static (ranking, topic) => RankingMeasures.Recall(ranking, topic, 10)),
        ("recall@100", static (ranking, topic) => RankingMeasures.Recall(ranking, topic, 100)),
        ("map", RankingMeasures.AveragePrecision),
    ];

    /// <summary>Indexes the documents and asks every query.</summary>
    /// <param name="progress">Told how many queries are answered.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<EvaluationFigure>> ScoreAsync(IProgress<int> progress, CancellationToken cancellationToken)
    {
        string[][] rankings = await RankAsync(new RetrieverOptions(), progress, cancellationToken).ConfigureAwait(false);
        return [.. Measures.Select(measure => EvaluationFigure.Of(data.Name, measure.Name, Values(rankings, measure.Measure)))];
    }

    private double[] Values(string[][] rankings, Func<string[], RetrievalTopic, double> measure) => [.. rankings.Zip(data.Topics, measure)];

    private async Task<string[][]> RankAsync(RetrieverOptions options, IProgress<int> progress, CancellationToken cancellationToken)
    {
        var retriever = new ContextRetriever(new SemanticChunker(new WholeDocumentStrategy()), options);
        await retriever.AddDocumentsAsync(data.Documents, cancellationToken: cancellationToken).ConfigureAwait(false);
        var rankings = new string[data.Topics.Count][];
        for (int topic = 0; topic < rankings.Length; topic++)
        {
            var query = new RetrievalQuery(data.Topics[topic].Text) { Top = Depth };
            IReadOnlyList<RetrievedChunk> found = await retriever.RetrieveAsync(query, cancellationToken).ConfigureAwait(false);
            rankings[topic] = RankingMeasures.Order(found.Select(static chunk => (chunk.DocumentId, chunk.Score)));
            progress.Report(topic + 1);
        }

        return rankings;
    }
}
