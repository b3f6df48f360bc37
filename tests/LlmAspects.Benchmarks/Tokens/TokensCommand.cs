using LlmAspects.Benchmarks.Measuring;

namespace LlmAspects.Benchmarks.Tokens;

/// <summary>Counts the tokens of unbroken runs and of half of them, and says by the exit code whether the time grows with the length.</summary>
internal static class TokensCommand
{
    private const int TooSlow = 1;

    /// <summary>Linear time gives 2, quadratic time 4.</summary>
    private const double Limit = 2.5;

    private const string Help = """
        tokens: counts a run of letters, of underscores and of dashes with each public tokenizer, and half of the run,
        in processor time; exit code 1 when the whole takes more than 2.5 times as long as the half.
        """;

    public static int Run(ReadOnlySpan<string> arguments) => PlainCommand.Run("tokens", Help, arguments, Measure);

    private static int Measure()
    {
        Console.WriteLine("| Tokenizer | Run | Tokens | Whole, ms | Half, ms | Whole / half |");
        Console.WriteLine("|---|---|---|---|---|---|");
        double worst = 0;
        foreach (string tokenizer in (string[])["o200k_base", "cl100k_base"])
        {
            worst = Math.Max(worst, new TokenRun(tokenizer, 'x', 1_000_000).Print());
            worst = Math.Max(worst, new TokenRun(tokenizer, '_', 50_000).Print());
            worst = Math.Max(worst, new TokenRun(tokenizer, '-', 32_000).Print());
        }

        Console.WriteLine(FormattableString.Invariant($"Worst ratio: {worst:0.00}, limit {Limit}."));
        return worst > Limit ? TooSlow : 0;
    }
}
