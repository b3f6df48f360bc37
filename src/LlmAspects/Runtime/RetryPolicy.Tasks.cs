using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

public sealed partial class RetryPolicy
{
    /// <summary>Calls Core, and again after a failure.</summary>
    /// <typeparam name="TState">The type of the arguments.</typeparam>
    /// <param name="state">The arguments.</param>
    /// <param name="core">Calls Core with the arguments and the attempt's token.</param>
    /// <param name="clock">Where delays are waited for; <see langword="null"/> is the clock of the runtime.</param>
    /// <param name="tokens">The token parameters of the method.</param>
    /// <returns>Core's own task when it has succeeded already.</returns>
    public Task RunTask<TState>(TState state, Func<TState, CancellationToken, Task> core, TimeProvider? clock, params ReadOnlySpan<CancellationToken> tokens)
    {
        var started = _telemetry.Begin();
        Task task;
        try
        {
            task = core(state, FirstOf(tokens));
        }
        catch (Exception error) when (IsRetried(error, CallTokens.From(tokens)))
        {
            return RepeatAsync<RetriedTask<TState>, bool>(new(state, core), error, started, clock, CallTokens.From(tokens)).AsTask();
        }

        if (task is null or { IsCompletedSuccessfully: true })
        {
            _telemetry.Count(TelemetryNames.SucceededOutcome);
            return task!;
        }

        return Continue<RetriedTask<TState>, bool>(task, new(state, core), started, clock, CallTokens.From(tokens));
    }

    /// <summary>Calls Core, and again after a failure.</summary>
    /// <typeparam name="TState">The type of the arguments.</typeparam>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="state">The arguments.</param>
    /// <param name="core">Calls Core with the arguments and the attempt's token.</param>
    /// <param name="clock">Where delays are waited for; <see langword="null"/> is the clock of the runtime.</param>
    /// <param name="tokens">The token parameters of the method.</param>
    /// <returns>Core's own task when it has succeeded already.</returns>
    public Task<T> RunTask<TState, T>(TState state, Func<TState, CancellationToken, Task<T>> core, TimeProvider? clock, params ReadOnlySpan<CancellationToken> tokens)
    {
        var started = _telemetry.Begin();
        Task<T> task;
        try
        {
            task = core(state, FirstOf(tokens));
        }
        catch (Exception error) when (IsRetried(error, CallTokens.From(tokens)))
        {
            return RepeatAsync<RetriedTask<TState, T>, T>(new(state, core), error, started, clock, CallTokens.From(tokens)).AsTask();
        }

        if (task is null or { IsCompletedSuccessfully: true })
        {
            _telemetry.Count(TelemetryNames.SucceededOutcome);
            return task!;
        }

        return (Task<T>)Continue<RetriedTask<TState, T>, T>(task, new(state, core), started, clock, CallTokens.From(tokens));
    }

    /// <summary>What follows a first attempt that was not complete, or has failed: an attempt that is not retried comes back as the same task.</summary>
    private Task Continue<TCall, T>(Task first, in TCall call, DateTime started, TimeProvider? clock, CallTokens tokens)
        where TCall : struct, IRetriedCall<T>
    {
        if (!first.IsCompleted)
        {
            return PendingRetry<TCall, T>.Await(first, this, call, started, clock, tokens);
        }

        // Pending when it was looked at, complete by now: this may be a success.
        if (first.IsCompletedSuccessfully)
        {
            Succeed();
            return first;
        }

        var error = TaskFailure.Extract(first);
        return IsRetried(error, tokens) ? RepeatAsync<TCall, T>(call, error, started, clock, tokens).AsTask() : first;
    }

    internal ValueTask<T> RepeatAsync<TCall, T>(in TCall call, Exception first, DateTime started, TimeProvider? clock, CallTokens tokens)
        where TCall : struct, IRetriedCall<T> =>
        RepeatAsync(new RetryRun(_telemetry, tokens, first, started), call, static (call, token) => call.CallAsync(token), clock);
}
