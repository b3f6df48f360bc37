using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;

namespace LlmAspects.Benchmarks.Tokens;

/// <summary>One character again and again, whole and half.</summary>
internal sealed class TokenRun(string tokenizer, char character, int length)
{
    private const int Rounds = 9;

    private readonly TokenCounter _counter = new(new ModelCatalog(new ModelInfo { Id = tokenizer, Provider = "local", ContextWindow = 1, MaxOutputTokens = 1, Tokenizer = tokenizer }));

    /// <summary>Prints a row and returns the ratio of the fastest rounds, which a busy machine disturbs least.</summary>
    public double Print()
    {
        string whole = new(character, length);
        string half = new(character, length / 2);
        long wholeTime = long.MaxValue;
        long halfTime = long.MaxValue;
        int tokens = _counter.CountText(tokenizer, half).Upper;
        for (int round = 0; round < Rounds; round++)
        {
            halfTime = Math.Min(halfTime, Time(half, out _));
            wholeTime = Math.Min(wholeTime, Time(whole, out tokens));
        }

        double ratio = (double)wholeTime / halfTime;
        Console.WriteLine(FormattableString.Invariant($"| {tokenizer} | {length} x '{character}' | {tokens} | {wholeTime / 1e6:0.0} | {halfTime / 1e6:0.0} | {ratio:0.00} |"));
        return ratio;
    }

    private long Time(string text, out int tokens)
    {
        long start = CpuClock.Nanoseconds();
        tokens = _counter.CountText(tokenizer, text).Upper;
        return CpuClock.Nanoseconds() - start;
    }
}
