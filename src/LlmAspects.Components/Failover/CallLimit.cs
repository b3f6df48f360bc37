namespace LlmAspects.Components.Failover;

/// <summary>Waits for a provider no longer than it may take, even if it ignores its token.</summary>
internal static class CallLimit
{
    // The longest time that timers take.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>Waits for a task.</summary>
    /// <param name="call">What the provider does.</param>
    /// <param name="limit">How long it may take; <see cref="Timeout.InfiniteTimeSpan"/> is no limit.</param>
    /// <param name="source">Cancelled when the limit is reached.</param>
    /// <param name="onLimit">Makes the exception for a reached limit.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public static async ValueTask<T> WaitAsync<T>(
        ValueTask<T> call,
        TimeSpan limit,
        CancellationTokenSource source,
        Func<ModelCallException> onLimit,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (call.IsCompleted)
        {
            return await call.ConfigureAwait(false);
        }

        Task<T> task = call.AsTask();
        try
        {
            return await task.WaitAsync(Clamp(limit), time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            Abandon(task);
            await source.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw onLimit();
        }
        catch (OperationCanceledException) when (!task.IsCompleted)
        {
            // The wait may hear of it before the source does, and whoever waits disposes the source: the call would never hear of it.
            Abandon(task);
            await source.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private static TimeSpan Clamp(TimeSpan limit) => limit > Longest ? Longest : limit;

    // Nobody waits for it any more: its exception is not an unobserved one.
    private static void Abandon(Task task) => task.ContinueWith(
        static ended => _ = ended.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
