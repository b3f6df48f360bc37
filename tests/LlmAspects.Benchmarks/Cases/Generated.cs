namespace LlmAspects.Benchmarks.Cases;

/// <summary>The wrappers under test: written by the generator as in any other project.</summary>
internal static partial class Generated
{
    [ErrorContext, TracePerformance]
    public static partial int Sync(int value);

    private static int SyncCore(int value) => Work.Compute(value);

    [ErrorContext(TranslateTo = typeof(TranslatedException)), TracePerformance]
    public static partial int Translated(int value);

    private static int TranslatedCore(int value) => Work.Compute(value);

    [ErrorContext, TracePerformance(SampleEvery = 16)]
    public static partial int Sampled(int value);

    private static int SampledCore(int value) => Work.Compute(value);

    [ErrorContext]
    public static partial int ErrorOnly(int value);

    private static int ErrorOnlyCore(int value) => Work.Compute(value);

    [ErrorContext, TracePerformance]
    public static partial int Failing(int value);

    private static int FailingCore(int value) => Work.Throw(value);

    [ErrorContext, TracePerformance]
    public static partial Task<int> CompletedAsync(int value);

    private static Task<int> CompletedCoreAsync(int value) => Work.Complete();

    [ErrorContext, TracePerformance]
    public static partial ValueTask<int> CompletedValueAsync(int value);

    private static ValueTask<int> CompletedValueCoreAsync(int value) => Work.CompleteValue(value);

    [ErrorContext, TracePerformance]
    public static partial Task<int> PendingAsync(int value);

    private static Task<int> PendingCoreAsync(int value) => Work.Suspend(value);

    [ErrorContext, TracePerformance]
    public static partial Task<int> PendingWithTokenAsync(int value, CancellationToken cancellationToken);

    private static Task<int> PendingWithTokenCoreAsync(int value, CancellationToken cancellationToken) => Work.Suspend(value);

    [ErrorContext, TracePerformance]
    public static partial ValueTask<int> PendingValueAsync(int value);

    private static ValueTask<int> PendingValueCoreAsync(int value) => Work.SuspendValue(value);

    [ErrorContext, TracePerformance]
    public static partial Task<int> FaultAsync(bool pending);

    private static Task<int> FaultCoreAsync(bool pending) => Work.Fault(pending);

    [ErrorContext, TracePerformance]
    public static partial IAsyncEnumerable<int> StreamAsync(int count, bool pending);

    private static IAsyncEnumerable<int> StreamCoreAsync(int count, bool pending) => Work.Stream(count, pending);
}
