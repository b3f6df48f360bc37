using LlmAspects.AotProgram.TaskLikes;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Members of an interface, which is variant, with bodies of their own.</summary>
internal partial interface IDefaults<in TIn, out TOut>
{
    string Suffix { get; }

    [ErrorContext, TracePerformance] public virtual partial int Measure(TIn value);

    [ErrorContext, TracePerformance, RetryWithBackoff(BaseDelayMilliseconds = 0)] public partial int Retry(TIn value, Func<int> body);

    [ErrorContext, TracePerformance] public partial Ticket<string> DescribeAsync(TIn value);

    [ErrorContext, TracePerformance] public static virtual partial int Total(int[] numbers);

    [ErrorContext, TracePerformance] partial int Size { get; }

    private int MeasureCore(TIn value) => $"{value}{Suffix}".Length;

    private int RetryCore(TIn value, Func<int> body) => body() + Suffix.Length;

    private async Ticket<string> DescribeCoreAsync(TIn value)
    {
        await Task.Yield();
        return $"{value}{Suffix}";
    }

    private static int TotalCore(int[] numbers) => numbers.Sum();

    private int GetSizeCore() => 7 + Suffix.Length;
}

internal sealed class Defaults : IDefaults<string, object>
{
    public string Suffix => "";
}

internal sealed class OwnMeasure : IDefaults<string, object>
{
    public string Suffix => "";

    public int Measure(string value) => -1;
}
