using System.Runtime.CompilerServices;
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
    /// <returns>Core's own value task when it has succeeded already.</returns>
    public ValueTask RunValueTask<TState>(TState state, Func<TState, CancellationToken, ValueTask> core, TimeProvider? clock, params ReadOnlySpan<CancellationToken> tokens)
    {
        var started = _telemetry.Begin();
        ValueTask task;
        try
        {
            task = core(state, FirstOf(tokens));
        }
        catch (Exception error) when (IsRetried(error, CallTokens.From(tokens)))
        {
            return new ValueTask(RepeatAsync(new RetryRun(_telemetry, CallTokens.From(tokens), error, started), (state, core), CallAsync, clock).AsTask());
        }

        if (task.IsCompletedSuccessfully)
        {
            _telemetry.Count(TelemetryNames.SucceededOutcome);
            return task;
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
    /// <returns>Core's own value task when it has succeeded already.</returns>
    public ValueTask<T> RunValueTask<TState, T>(TState state, Func<TState, CancellationToken, ValueTask<T>> core, TimeProvider? clock, params ReadOnlySpan<CancellationToken> tokens)
    {
        var started = _telemetry.Begin();
        ValueTask<T> task;
        try
        {
            task = core(state, FirstOf(tokens));
        }
        catch (Exception error) when (IsRetried(error, CallTokens.From(tokens)))
        {
            return RepeatAsync(new RetryRun(_telemetry, CallTokens.From(tokens), error, started), state, core, clock);
        }

        if (task.IsCompletedSuccessfully)
        {
            _telemetry.Count(TelemetryNames.SucceededOutcome);
            return task;
        }

        return AwaitAsync(task, started, state, core, clock, CallTokens.From(tokens));
    }

    // Pooled: a pending attempt that succeeds allocates nothing once the pool is warm.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AwaitAsync<TState>(ValueTask task, DateTime started, TState state, Func<TState, CancellationToken, ValueTask> core, TimeProvider? clock, CallTokens tokens)
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

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T> AwaitAsync<TState, T>(ValueTask<T> task, DateTime started, TState state, Func<TState, CancellationToken, ValueTask<T>> core, TimeProvider? clock, CallTokens tokens)
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

        return await RepeatAsync(new RetryRun(_telemetry, tokens, first, started), state, core, clock).ConfigureAwait(false);
    }

    private static async ValueTask<bool> CallAsync<TState>((TState State, Func<TState, CancellationToken, ValueTask> Core) call, CancellationToken token)
    {
        await call.Core(call.State, token).ConfigureAwait(false);
        return true;
    }
}
