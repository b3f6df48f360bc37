using LlmAspects.Benchmarks.Measuring;

namespace LlmAspects.Benchmarks.Quality;

/// <summary>Measures answers of growing length beside the cheapest measurement there is, and says by the exit code whether one of 2 kB is dear.</summary>
internal static class QualityCommand
{
    private const int TooSlow = 1;

    /// <summary>The reference cuts and looks up every word once; all scores together take about ten times as long.</summary>
    private const double Limit = 25;

    /// <summary>In processor time.</summary>
    private const double LimitMilliseconds = 1;

    private const int JudgedLength = 2_000;

    private const string Help = """
        quality: measures answers of 0.5, 1, 2 and 8 kB against documents of twice their length, with all scores, in processor time,
        and beside it the share of words that the documents have; exit code 1 when an answer of 2 kB takes more than a millisecond and more than 25 times the reference.
        """;

    public static int Run(ReadOnlySpan<string> arguments) => PlainCommand.Run("quality", Help, arguments, Measure);

    private static int Measure()
    {
        Console.WriteLine("| Answer, characters | All scores, ms | Share of words, ms | Ratio |");
        Console.WriteLine("|---|---|---|---|");
        new QualityRun(JudgedLength).WarmUp();
        bool slow = false;
        foreach (int length in (int[])[500, 1_000, JudgedLength, 8_000])
        {
            (double milliseconds, double ratio) = new QualityRun(length).Print();
            slow |= length == JudgedLength && milliseconds > LimitMilliseconds && ratio > Limit;
        }

        return slow ? TooSlow : 0;
    }
}
