namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Retried methods whose Core hands back what the argument gives; the second attempt follows at once.</summary>
internal static partial class RetriedPassing
{
    [ErrorContext, TracePerformance, RetryWithBackoff(MaxAttempts = 2, BaseDelayMilliseconds = 0, Handle = [typeof(TimeoutException)])]
    public static partial int Compute(Func<int> call, CancellationToken cancellationToken = default);

    [ErrorContext, TracePerformance, RetryWithBackoff(MaxAttempts = 2, BaseDelayMilliseconds = 0, Handle = [typeof(TimeoutException)])]
    public static partial Task RunAsync(Func<Task> call, CancellationToken cancellationToken = default);

    [ErrorContext, TracePerformance, RetryWithBackoff(MaxAttempts = 2, BaseDelayMilliseconds = 0, Handle = [typeof(TimeoutException)])]
    public static partial Task<T> ComputeAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken = default);

    [ErrorContext, TracePerformance, RetryWithBackoff(MaxAttempts = 2, BaseDelayMilliseconds = 0, Handle = [typeof(TimeoutException)])]
    public static partial ValueTask RunValueAsync(Func<ValueTask> call, CancellationToken cancellationToken = default);

    [ErrorContext, TracePerformance, RetryWithBackoff(MaxAttempts = 2, BaseDelayMilliseconds = 0, Handle = [typeof(TimeoutException)])]
    public static partial ValueTask<T> ComputeValueAsync<T>(Func<ValueTask<T>> call, CancellationToken cancellationToken = default);

    private static int ComputeCore(Func<int> call, CancellationToken cancellationToken) => call();

    private static Task RunCoreAsync(Func<Task> call, CancellationToken cancellationToken) => call();

    private static Task<T> ComputeCoreAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) => call();

    private static ValueTask RunValueCoreAsync(Func<ValueTask> call, CancellationToken cancellationToken) => call();

    private static ValueTask<T> ComputeValueCoreAsync<T>(Func<ValueTask<T>> call, CancellationToken cancellationToken) => call();
}
