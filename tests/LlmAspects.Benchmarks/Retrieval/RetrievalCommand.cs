using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Benchmarks.Reporting;
using LlmAspects.Cli;
using LlmAspects.Cli.Evaluation;
using LlmAspects.Cli.Evaluation.Retrieval;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Benchmarks.Retrieval;

/// <summary>Compares the retriever with Lucene.Net on a judged collection: quality, queries a second, ingest; says by the exit code whether it keeps its limits.</summary>
internal static class RetrievalCommand
{
    private const int Missed = 1;
    private const int WrongArguments = 2;
    private const string LuceneName = "Lucene.Net";

    private const string Help = """
        retrieval --data FOLDER: nDCG@10 on a collection in the form of BEIR, queries a second at 5,000 documents, and ingest, beside
        Lucene.Net's English analyzer and BM25 in the same run, in processor time of one thread; exit code 1 when a limit is missed.
        """;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments is ["--help" or "-h", ..])
        {
            Console.WriteLine(Help);
            return 0;
        }

        if (arguments is not ["--data", var folder])
        {
            Console.Error.WriteLine("Say which collection: retrieval --data FOLDER. See retrieval --help.");
            return WrongArguments;
        }

        try
        {
            List<BudgetRow> rows = Measure(RetrievalData.Read(Path.GetFullPath(folder)));
            Console.Write(BudgetTable.Write(rows));
            return BudgetTable.IsWithinBudgets(rows) ? 0 : Missed;
        }
        catch (CliException error)
        {
            Console.Error.WriteLine(error.Message);
            return WrongArguments;
        }
    }

    private static List<BudgetRow> Measure(RetrievalData data)
    {
        SourceDocument[] many = EngineSpeed.Enlarge(data);
        using var ours = new LlmAspectsEngine("LlmAspects", new RetrieverOptions());
        using var lucene = new LuceneEngine();
        EngineSpeed.Fill(ours, many);
        EngineSpeed.Fill(lucene, many);
        lucene.Optimize();
        double[][] queries = EngineSpeed.Queries([ours, lucene], data);
        double[][] ingest = EngineSpeed.Ingest([static () => new LlmAspectsEngine("LlmAspects", new RetrieverOptions()), static () => new LuceneEngine()], many);
        return
        [
            .. Quality(data),
            BudgetRow.Judge("queries", LuceneName, Medians.Ratio(queries[0], queries[1]), Limit.AtLeastTimes(5)),
            BudgetRow.Judge("queries", "itself", Medians.Of(queries[0]), Limit.AtLeastPerSecond(30_000)),
            BudgetRow.Peer("queries", LuceneName, Medians.Of(queries[1]), "1/s"),
            BudgetRow.Judge("bytes of a query", "its result", Bytes(ours, data), Limit.AtMostBytes(2_000)),
            BudgetRow.Judge("ingest", LuceneName, Medians.Ratio(ingest[0], ingest[1]), Limit.AtLeastTimes(1)),
            BudgetRow.Peer("ingest", "LlmAspects", Medians.Of(ingest[0]), "MB/s"),
            BudgetRow.Peer("ingest", LuceneName, Medians.Of(ingest[1]), "MB/s"),
        ];
    }

    private static IEnumerable<BudgetRow> Quality(RetrievalData data)
    {
        using var ours = new LlmAspectsEngine("LlmAspects", new RetrieverOptions());
        using var words = new LlmAspectsEngine("words alone", new RetrieverOptions { PairWeight = 0 });
        using var hybrid = new LlmAspectsEngine("hybrid", new RetrieverOptions(), RetrievalStrategy.Hybrid);
        using var vectors = new LlmAspectsEngine("vectors", new RetrieverOptions(), RetrievalStrategy.Vector);
        using var lucene = new LuceneEngine();
        double[] ndcg = [.. new ISearchEngine[] { ours, words, lucene, hybrid, vectors }.Select(engine => Ndcg(engine, data))];
        return
        [
            BudgetRow.Judge("nDCG@10", LuceneName, ndcg[0] / ndcg[2], Limit.AtLeastExactly(1)),
            BudgetRow.Peer("nDCG@10", "LlmAspects", ndcg[0], "nDCG"),
            BudgetRow.Peer("nDCG@10", "words alone", ndcg[1], "nDCG"),
            BudgetRow.Peer("nDCG@10", LuceneName, ndcg[2], "nDCG"),
            BudgetRow.Peer("nDCG@10", "hybrid, feature hashing", ndcg[3], "nDCG"),
            BudgetRow.Peer("nDCG@10", "vectors, feature hashing", ndcg[4], "nDCG"),
        ];
    }

    private static double Ndcg(ISearchEngine engine, RetrievalData data)
    {
        EngineSpeed.Fill(engine, data.Documents);
        return data.Topics.Average(topic => RankingMeasures.Ndcg(RankingMeasures.Order(engine.Search(topic.Text, 1_000)), topic, 10));
    }

    private static double Bytes(LlmAspectsEngine engine, RetrievalData data) => AllocationGauge.BytesPerOperation(count =>
    {
        for (int i = 0; i < count; i++)
        {
            engine.Count(data.Topics[i % data.Topics.Count].Text, EngineSpeed.Top);
        }
    });
}
