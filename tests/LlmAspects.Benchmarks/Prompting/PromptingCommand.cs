using LlmAspects.Benchmarks.Measuring;

namespace LlmAspects.Benchmarks.Prompting;

/// <summary>Measures the query optimizer on prompts of growing length, and says by the exit code whether one of 2 kB is dear.</summary>
internal static class PromptingCommand
{
    private const int TooSlow = 1;

    /// <summary>In processor time.</summary>
    private const double LimitMicroseconds = 100;

    private const int JudgedLength = 2_000;

    private const string Help = """
        prompting: optimizes prompts of 0.1, 0.5, 2 and 8 kB in processor time, once where it only suggests and once where every strategy changes the prompt;
        exit code 1 when a prompt of 2 kB takes more than 100 microseconds.
        """;

    public static int Run(ReadOnlySpan<string> arguments) => PlainCommand.Run("prompting", Help, arguments, Measure);

    private static int Measure()
    {
        Console.WriteLine("| Prompt, characters | Suggesting, us | Changing, us | Detecting the task alone, us |");
        Console.WriteLine("|---|---|---|---|");
        new PromptingRun(JudgedLength).WarmUp();
        bool slow = false;
        foreach (int length in (int[])[100, 500, JudgedLength, 8_000])
        {
            double microseconds = new PromptingRun(length).Print();
            slow |= length == JudgedLength && microseconds > LimitMicroseconds;
        }

        return slow ? TooSlow : 0;
    }
}
