using System.Text;
using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Cli.Evaluation;
using LlmAspects.Cli.Evaluation.Retrieval;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Benchmarks.Retrieval;

/// <summary>Times two engines in turn, so that a machine that slows down slows both.</summary>
internal static class EngineSpeed
{
    public const int Documents = 5_000;
    public const int Top = 10;

    private const int Rounds = 15;
    private const int IngestRounds = 5;

    /// <summary>The documents of a collection, again and again under other names until there are enough.</summary>
    public static SourceDocument[] Enlarge(RetrievalData data) =>
        [.. Enumerable.Range(0, Documents).Select(number => data.Documents[number % data.Documents.Count] with { Id = FormattableString.Invariant($"d{number:0000}") })];

    /// <summary>The queries a second of a core in each round.</summary>
    public static double[][] Queries(ISearchEngine[] engines, RetrievalData data)
    {
        string[] queries = [.. data.Topics.Select(static topic => topic.Text)];
        foreach (ISearchEngine engine in engines)
        {
            Ask(engine, queries);
            Ask(engine, queries);
        }

        return InTurn(engines.Length, Rounds, engine => queries.Length / Seconds(() => Ask(engines[engine], queries)));
    }

    /// <summary>The millions of bytes of UTF-8 a second of a core in each round, into a new index each.</summary>
    public static double[][] Ingest(Func<ISearchEngine>[] engines, SourceDocument[] documents)
    {
        double megabytes = documents.Sum(static document => (double)Encoding.UTF8.GetByteCount(document.Text)) / 1e6;
        return InTurn(engines.Length, IngestRounds + 1, engine => megabytes / Seconds(() =>
        {
            using ISearchEngine index = engines[engine]();
            Fill(index, documents);
        }));
    }

    public static void Fill(ISearchEngine engine, IEnumerable<SourceDocument> documents)
    {
        foreach (SourceDocument document in documents)
        {
            engine.Add(document);
        }

        engine.Commit();
    }

    private static void Ask(ISearchEngine engine, string[] queries)
    {
        foreach (string query in queries)
        {
            engine.Count(query, Top);
        }
    }

    private static double[][] InTurn(int engines, int rounds, Func<int, double> measure)
    {
        double[][] measured = [.. Enumerable.Range(0, engines).Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int engine = 0; engine < engines; engine++)
            {
                measured[engine][round] = measure(engine);
            }
        }

        return measured;
    }

    private static double Seconds(Action work)
    {
        GC.Collect();
        long start = CpuClock.Nanoseconds();
        work();
        return (CpuClock.Nanoseconds() - start) / 1e9;
    }
}
