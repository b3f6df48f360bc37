using LlmAspects.Benchmarks.Measuring;

namespace LlmAspects.Benchmarks.Caching;

/// <summary>Measures look-ups and keys of the cache beside what they could cost at least.</summary>
internal static class CacheCommand
{
    private const int Rounds = 51;
    private const int ThreadedHits = 2_000_000;
    private const int TooSlow = 1;

    /// <summary>A hit also expires, admits, counts and is traced.</summary>
    private const double HitLimit = 4;

    /// <summary>A key holds every option, not only the text.</summary>
    private const double KeyLimit = 2;

    private const string Help = """
        cache: measures a hit and a miss of the cache beside a dictionary with a copy, and the key of a request of 2 kB beside its SHA-256,
        in processor time; exit code 1 when a hit that is read takes more than 4 look-ups with a copy, or a key more than 2 hashes.
        """;

    public static int Run(ReadOnlySpan<string> arguments) => PlainCommand.Run("cache", Help, arguments, Measure);

    private static int Measure()
    {
        var cases = new CacheCases();
        IReadOnlyDictionary<string, CaseResult> results = new RatioRunner(Rounds, CancellationToken.None).Run(cases.All);
        Console.WriteLine("| Case | ns | Million a second | Bytes | Reference | Ratio |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Print(results, CacheCases.Hit, CacheCases.Lookup);
        double read = Print(results, CacheCases.Read, CacheCases.Lookup);
        Print(results, CacheCases.Miss, CacheCases.Lookup);
        double key = Print(results, CacheCases.Key, CacheCases.Hash);
        double together = ThreadRunner.NanosecondsPerOperation(cases.All.Single(static item => item.Name == CacheCases.Hit), Environment.ProcessorCount, ThreadedHits);
        Console.WriteLine(FormattableString.Invariant($"On {Environment.ProcessorCount} threads at once: {Environment.ProcessorCount * 1e3 / together:0.0} million hits a second."));
        return read > HitLimit || key > KeyLimit ? TooSlow : 0;
    }

    private static double Print(IReadOnlyDictionary<string, CaseResult> results, string name, string reference)
    {
        // The fastest rounds, which a busy machine disturbs least.
        double time = results[name].Nanoseconds.Min();
        double least = results[reference].Nanoseconds.Min();
        Console.WriteLine(FormattableString.Invariant($"| {name} | {time:0} | {1e3 / time:0.0} | {results[name].Bytes:0} | {reference} {least:0} ns | {time / least:0.0} |"));
        return time / least;
    }
}
