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
            return RepeatAsync(new RetryRun(_telemetry, CallTokens.From(tokens), error, started), (state, core), CallAsync, clock).AsTask();
        }

        if (task is null or { IsCompletedSuccessfully: true })
        {
            _telemetry.Count(TelemetryNames.SucceededOutcome);
            return task!;
        }

        return AwaitAsync(task, started, state, core, clock, CallTokens.From(tokens));
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
            return RepeatAsync(new RetryRun(_telemetry, CallTokens.From(tokens), error, started), (state, core), CallAsync, clock).AsTask();
        }

        if (task is null or { IsCompletedSuccessfully: true })
        {
            _telemetry.Count(TelemetryNames.SucceededOutcome);
            return task!;
        }

        return AwaitAsync(task, started, state, core, clock, CallTokens.From(tokens));
    }

    // One box, which is the task itself; nothing else is allocated unless the attempt fails.
    private async Task AwaitAsync<TState>(Task task, DateTimeOffset started, TState state, Func<TState, CancellationToken, Task> core, TimeProvider? clock, CallTokens tokens)
    {
        Exception first;
        try
        {
            await task.ConfigureAwait(false);
            _telemetry.Count(TelemetryNames.SucceededOutcome);
            return;
        }
        catch (Exception error) when (IsRetried(error, tokens))
        {
            first = error;
        }

        await RepeatAsync(new RetryRun(_telemetry, tokens, first, started), (state, core), CallAsync, clock).ConfigureAwait(false);
    }

    private async Task<T> AwaitAsync<TState, T>(Task<T> task, DateTimeOffset started, TState state, Func<TState, CancellationToken, Task<T>> core, TimeProvider? clock, CallTokens tokens)
    {
        Exception first;
        try
        {
            var result = await task.ConfigureAwait(false);
            _telemetry.Count(TelemetryNames.SucceededOutcome);
            return result;
        }
        catch (Exception error) when (IsRetried(error, tokens))
        {
            first = error;
        }

        return await RepeatAsync(new RetryRun(_telemetry, tokens, first, started), (state, core), CallAsync, clock).ConfigureAwait(false);
    }

    private static async ValueTask<bool> CallAsync<TState>((TState State, Func<TState, CancellationToken, Task> Core) call, CancellationToken token)
    {
        await call.Core(call.State, token).ConfigureAwait(false);
        return true;
    }

    private static async ValueTask<T> CallAsync<TState, T>((TState State, Func<TState, CancellationToken, Task<T>> Core) call, CancellationToken token) =>
        await call.Core(call.State, token).ConfigureAwait(false);
}
