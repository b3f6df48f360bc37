namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Methods with two tokens, measured, with error context alone, and tagged, whose Core hands its argument back.</summary>
internal static partial class SeveralTokens
{
    public static IReadOnlyDictionary<string, Func<Task<int>, CancellationToken, CancellationToken, Task>> Calls { get; } =
        new Dictionary<string, Func<Task<int>, CancellationToken, CancellationToken, Task>>
        {
            ["run"] = static (task, first, second) => RunAsync(task, first, second),
            ["compute"] = static (task, first, second) => ComputeAsync(task, first, second),
            ["run_value"] = static (task, first, second) => RunValueAsync(new ValueTask(task), first, second).AsTask(),
            ["compute_value"] = static (task, first, second) => ComputeValueAsync(new ValueTask<int>(task), first, second).AsTask(),
            ["run_alone"] = static (task, first, second) => RunAloneAsync(task, first, second),
            ["compute_alone"] = static (task, first, second) => ComputeAloneAsync(task, first, second),
            ["run_value_alone"] = static (task, first, second) => RunValueAloneAsync(new ValueTask(task), first, second).AsTask(),
            ["compute_value_alone"] = static (task, first, second) => ComputeValueAloneAsync(new ValueTask<int>(task), first, second).AsTask(),
            ["run_tagged"] = static (task, first, second) => RunTaggedAsync("tag", task, first, second),
            ["run_value_tagged"] = static (task, first, second) => RunValueTaggedAsync("tag", new ValueTask(task), first, second).AsTask(),
            ["compute_tagged"] = static (task, first, second) => ComputeTaggedAsync("tag", task, first, second),
            ["compute_value_tagged"] = static (task, first, second) => ComputeValueTaggedAsync("tag", new ValueTask<int>(task), first, second).AsTask(),
            ["run_value_tagged_alone"] = static (task, first, second) => RunValueTaggedAloneAsync("tag", new ValueTask(task), first, second).AsTask(),
            ["compute_tagged_alone"] = static (task, first, second) => ComputeTaggedAloneAsync("tag", task, first, second),
            ["compute_value_tagged_alone"] = static (task, first, second) => ComputeValueTaggedAloneAsync("tag", new ValueTask<int>(task), first, second).AsTask(),
        };

    [ErrorContext, TracePerformance] private static partial Task RunAsync(Task task, CancellationToken first, CancellationToken second);

    [ErrorContext, TracePerformance] private static partial Task<int> ComputeAsync(Task<int> task, CancellationToken first, CancellationToken second);

    [ErrorContext, TracePerformance] private static partial ValueTask RunValueAsync(ValueTask task, CancellationToken first, CancellationToken second);

    [ErrorContext, TracePerformance] private static partial ValueTask<int> ComputeValueAsync(ValueTask<int> task, CancellationToken first, CancellationToken second);

    [ErrorContext] private static partial Task RunAloneAsync(Task task, CancellationToken first, CancellationToken second);

    [ErrorContext] private static partial Task<int> ComputeAloneAsync(Task<int> task, CancellationToken first, CancellationToken second);

    [ErrorContext] private static partial ValueTask RunValueAloneAsync(ValueTask task, CancellationToken first, CancellationToken second);

    [ErrorContext] private static partial ValueTask<int> ComputeValueAloneAsync(ValueTask<int> task, CancellationToken first, CancellationToken second);

    [ErrorContext, TracePerformance] private static partial Task RunTaggedAsync([Tag] string tag, Task task, CancellationToken first, CancellationToken second);

    [ErrorContext, TracePerformance] private static partial ValueTask RunValueTaggedAsync([Tag] string tag, ValueTask task, CancellationToken first, CancellationToken second);

    [ErrorContext, TracePerformance] private static partial Task<int> ComputeTaggedAsync([Tag] string tag, Task<int> task, CancellationToken first, CancellationToken second);

    [ErrorContext, TracePerformance] private static partial ValueTask<int> ComputeValueTaggedAsync([Tag] string tag, ValueTask<int> task, CancellationToken first, CancellationToken second);

    [ErrorContext] private static partial ValueTask RunValueTaggedAloneAsync([Tag] string tag, ValueTask task, CancellationToken first, CancellationToken second);

    [ErrorContext] private static partial Task<int> ComputeTaggedAloneAsync([Tag] string tag, Task<int> task, CancellationToken first, CancellationToken second);

    [ErrorContext] private static partial ValueTask<int> ComputeValueTaggedAloneAsync([Tag] string tag, ValueTask<int> task, CancellationToken first, CancellationToken second);

    private static Task RunCoreAsync(Task task, CancellationToken first, CancellationToken second) => task;

    private static Task<int> ComputeCoreAsync(Task<int> task, CancellationToken first, CancellationToken second) => task;

    private static ValueTask RunValueCoreAsync(ValueTask task, CancellationToken first, CancellationToken second) => task;

    private static ValueTask<int> ComputeValueCoreAsync(ValueTask<int> task, CancellationToken first, CancellationToken second) => task;

    private static Task RunAloneCoreAsync(Task task, CancellationToken first, CancellationToken second) => task;

    private static Task<int> ComputeAloneCoreAsync(Task<int> task, CancellationToken first, CancellationToken second) => task;

    private static ValueTask RunValueAloneCoreAsync(ValueTask task, CancellationToken first, CancellationToken second) => task;

    private static ValueTask<int> ComputeValueAloneCoreAsync(ValueTask<int> task, CancellationToken first, CancellationToken second) => task;

    private static Task RunTaggedCoreAsync(string tag, Task task, CancellationToken first, CancellationToken second) => task;

    private static ValueTask RunValueTaggedCoreAsync(string tag, ValueTask task, CancellationToken first, CancellationToken second) => task;

    private static Task<int> ComputeTaggedCoreAsync(string tag, Task<int> task, CancellationToken first, CancellationToken second) => task;

    private static ValueTask<int> ComputeValueTaggedCoreAsync(string tag, ValueTask<int> task, CancellationToken first, CancellationToken second) => task;

    private static ValueTask RunValueTaggedAloneCoreAsync(string tag, ValueTask task, CancellationToken first, CancellationToken second) => task;

    private static Task<int> ComputeTaggedAloneCoreAsync(string tag, Task<int> task, CancellationToken first, CancellationToken second) => task;

    private static ValueTask<int> ComputeValueTaggedAloneCoreAsync(string tag, ValueTask<int> task, CancellationToken first, CancellationToken second) => task;
}
