using System.Text;
using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Prompting.Optimization;

namespace LlmAspects.Benchmarks.Prompting;

/// <summary>One prompt of prose and code.</summary>
internal sealed class PromptingRun
{
    /// <summary>Enough for the compiler to have optimised everything.</summary>
    private const int WarmUps = 2_000;

    private const int Rounds = 500;

    private static readonly string[] Sentences =
    [
        "Explain how the lock of a canal lets a boat climb a hill. ", "The keeper opens the lower gate and the chamber empties. ", "A pump may bring the water back at night. ",
        "Which parts wear out first, and how are they replaced? ", "```\nint level = Fill(chamber, gate);\n```\n", "There are 14 locks between the harbour and the lake. ",
    ];

    private readonly QueryOptimizer _suggesting = new();
    private readonly QueryOptimizer _changing = new(new QueryOptimizerOptions { Trusted = Enum.GetValues<OptimizationStrategy>() });
    private readonly PromptEngineer _engineer = new();
    private readonly string _prompt;

    public PromptingRun(int length)
    {
        var random = new Random(1);
        var text = new StringBuilder("Hello, could you please ");
        while (text.Length < length)
        {
            text.Append(Sentences[random.Next(Sentences.Length)]);
        }

        _prompt = text.ToString();
    }

    /// <summary>Runs everything until it is compiled for good.</summary>
    public void WarmUp()
    {
        for (int round = 0; round < WarmUps; round++)
        {
            _suggesting.Optimize(new OptimizationRequest(_prompt));
            _changing.Optimize(new OptimizationRequest(_prompt));
            _engineer.DetectTask(_prompt);
        }
    }

    /// <summary>Prints a row and returns the dearer of both in microseconds: the fastest round, which a busy machine disturbs least.</summary>
    public double Print()
    {
        (long suggesting, long changing, long detecting) = (long.MaxValue, long.MaxValue, long.MaxValue);
        for (int round = 0; round < Rounds; round++)
        {
            suggesting = Math.Min(suggesting, CpuClock.Time(() => _suggesting.Optimize(new OptimizationRequest(_prompt))));
            changing = Math.Min(changing, CpuClock.Time(() => _changing.Optimize(new OptimizationRequest(_prompt))));
            detecting = Math.Min(detecting, CpuClock.Time(() => _engineer.DetectTask(_prompt)));
        }

        Console.WriteLine(FormattableString.Invariant($"| {_prompt.Length} | {suggesting / 1e3:0.0} | {changing / 1e3:0.0} | {detecting / 1e3:0.0} |"));
        return Math.Max(suggesting, changing) / 1e3;
    }
}
