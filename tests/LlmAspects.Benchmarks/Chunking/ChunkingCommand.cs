using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Components.Chunking;

namespace LlmAspects.Benchmarks.Chunking;

/// <summary>Times the chunking strategies beside a scan of the same memory, and says by the exit code whether recursive chunking is fast enough.</summary>
internal static class ChunkingCommand
{
    private const int TooSlow = 1;
    private const int Rounds = 9;
    private const int Length = 8_000_000;

    /// <summary>How many times as long as the scan recursive chunking may take: 100 MB/s where the scan reads 2 GB/s.</summary>
    private const double Limit = 20;

    private const string Help = """
        chunking: cuts 8 MB of Markdown by each strategy, in processor time, beside a scan of the same memory for line breaks;
        exit code 1 when recursive chunking takes more than 20 times as long as the scan. One code unit counts as one byte.
        """;

    public static int Run(ReadOnlySpan<string> arguments) => PlainCommand.Run("chunking", Help, arguments, static () => Measure(ChunkingText.Make(Length)));

    private static int Measure(string text)
    {
        var options = new ChunkingOptions();
        (string Name, Action Work)[] cases =
        [
            ("scan", () => text.AsSpan().Count('\n')),
            .. Enum.GetValues<ChunkingStrategyKind>().Select(kind => ChunkingStrategies.Create(kind)).Select(strategy => (strategy.Name, (Action)(() => strategy.Split(text.AsMemory(), options)))),
            ("recursive, lines", () => new RecursiveChunkingStrategy(markdown: false).Split(text.AsMemory(), options)),
        ];
        double[] times = Fastest(cases);
        Console.WriteLine("| Strategy | ms | MB/s | Time / scan |");
        Console.WriteLine("|---|---|---|---|");
        for (int i = 0; i < cases.Length; i++)
        {
            Console.WriteLine(FormattableString.Invariant($"| {cases[i].Name} | {times[i] / 1e6:0.0} | {text.Length * 1e3 / times[i]:0} | {times[i] / times[0]:0.0} |"));
        }

        double worst = cases.Zip(times).Where(pair => pair.First.Name.StartsWith("recursive", StringComparison.Ordinal)).Max(pair => pair.Second / times[0]);
        Console.WriteLine(FormattableString.Invariant($"Recursive / scan: {worst:0.0}, limit {Limit}."));
        return worst > Limit ? TooSlow : 0;
    }

    // The fastest of some rounds, in turn: a busy machine disturbs it least.
    private static double[] Fastest((string Name, Action Work)[] cases)
    {
        double[] fastest = new double[cases.Length];
        Array.Fill(fastest, double.MaxValue);
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < cases.Length; i++)
            {
                fastest[i] = Math.Min(fastest[i], CpuClock.Time(cases[i].Work));
            }
        }

        return fastest;
    }
}
