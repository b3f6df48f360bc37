using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

public sealed partial class RetryPolicy
{
    /// <summary>Calls Core, and again when the stream fails before its first item; a later failure is final.</summary>
    /// <typeparam name="TState">The type of the arguments.</typeparam>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="state">The arguments.</param>
    /// <param name="core">Calls Core with the arguments and the attempt's token.</param>
    /// <param name="clock">Where delays are waited for; <see langword="null"/> is the clock of the runtime.</param>
    /// <param name="tokens">The token parameters of the method.</param>
    /// <returns>A stream whose first pull makes the other attempts; <see langword="null"/> when Core returns that.</returns>
    public IAsyncEnumerable<T> RunStream<TState, T>(TState state, Func<TState, CancellationToken, IAsyncEnumerable<T>> core, TimeProvider? clock, params ReadOnlySpan<CancellationToken> tokens)
    {
        try
        {
            return core(state, FirstOf(tokens)) is { } stream ? new RetriedStream<TState, T>(this, clock, CallTokens.From(tokens), state, core) { Source = stream } : null!;
        }
        catch (Exception error) when (IsRetried(error, CallTokens.From(tokens)))
        {
            return new RetriedStream<TState, T>(this, clock, CallTokens.From(tokens), state, core) { Failure = error };
        }
    }

    internal DateTime Begin() => _telemetry.Begin();

    internal void Succeed() => _telemetry.Count(TelemetryNames.SucceededOutcome);

    /// <summary>Makes the other attempts of a stream, each of which ends with the first pull.</summary>
    internal ValueTask<bool> RepeatAsync<T>(RetriedAsyncEnumerator<T> stream, CallTokens tokens, Exception first, DateTime started, TimeProvider? clock) =>
        RepeatAsync(new RetryRun(_telemetry, tokens, first, started), stream, static (stream, token) => stream.OpenAsync(token), clock);
}
