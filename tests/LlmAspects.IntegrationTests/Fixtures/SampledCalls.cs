namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Methods of which one call in four is timed.</summary>
[LlmComponent("sampled")]
internal static partial class SampledCalls
{
    [ErrorContext, TracePerformance(SampleEvery = 4)]
    public static partial int Value(int number);

    [ErrorContext, TracePerformance(SampleEvery = 4)]
    public static partial int Tagged([Tag] int number);

    [ErrorContext, TracePerformance(SampleEvery = 4)]
    public static partial Task<int> TaskAsync(Task<int> task);

    [ErrorContext, TracePerformance(SampleEvery = 4)]
    public static partial ValueTask<int> ValueTaskAsync(ValueTask<int> task);

    [ErrorContext, TracePerformance(SampleEvery = 4)]
    public static partial IAsyncEnumerable<int> StreamAsync(int end);

    private static int ValueCore(int number) => number >= 0 ? number : throw new ArgumentOutOfRangeException(nameof(number));

    private static int TaggedCore(int number) => number;

    private static Task<int> TaskCoreAsync(Task<int> task) => task;

    private static ValueTask<int> ValueTaskCoreAsync(ValueTask<int> task) => task;

    private static async IAsyncEnumerable<int> StreamCoreAsync(int end)
    {
        for (var number = 0; number < end; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }
}
