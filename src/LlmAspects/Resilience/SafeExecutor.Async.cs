using System.Diagnostics;
using LlmAspects.Runtime;

namespace LlmAspects.Resilience;

#pragma warning disable RS0026 // The overloads differ in their first parameter, which is never left out.

public sealed partial class SafeExecutor
{
    /// <summary>Carries work out.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The work; its token is that of the attempt.</param>
    /// <param name="fallback">What answers when every attempt failed; not asked after a cancellation. <see langword="null"/> lets the last exception go on.</param>
    /// <param name="cancellationToken">Cancels the work and the delays; it is handed to <paramref name="fallback"/>, too.</param>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="Polly.Timeout.TimeoutRejectedException">A time limit was reached.</exception>
    public ValueTask<T> ExecuteAsync<T>(
        Func<CancellationToken, ValueTask<T>> action, Func<Exception, CancellationToken, ValueTask<T>>? fallback = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return RunAsync(action, fallback, cancellationToken);
    }

    /// <summary>Carries work out.</summary>
    /// <param name="action">The work; its token is that of the attempt.</param>
    /// <param name="fallback">What is done instead when every attempt failed; not asked after a cancellation. <see langword="null"/> lets the last exception go on.</param>
    /// <param name="cancellationToken">Cancels the work and the delays; it is handed to <paramref name="fallback"/>, too.</param>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="Polly.Timeout.TimeoutRejectedException">A time limit was reached.</exception>
    public async ValueTask ExecuteAsync(
        Func<CancellationToken, ValueTask> action, Func<Exception, CancellationToken, ValueTask>? fallback = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        await RunAsync(
            async token =>
            {
                await action(token).ConfigureAwait(false);
                return true;
            },
            fallback is null ? null : async (error, token) =>
            {
                await fallback(error, token).ConfigureAwait(false);
                return false;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<T> RunAsync<T>(
        Func<CancellationToken, ValueTask<T>> action, Func<Exception, CancellationToken, ValueTask<T>>? fallback, CancellationToken cancellationToken)
    {
        var activity = _operation.Start();
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = _limit is null
                ? await RepeatAsync(action, cancellationToken).ConfigureAwait(false)
                : await _limit.ExecuteAsync(RepeatAsync, action, cancellationToken).ConfigureAwait(false);
            _operation.Exit(started, activity);
            activity = null;
            return result;
        }
        catch (Exception error) when (_operation.Observe(error, started, activity, cancellationToken) || FallsBack(fallback, error, activity, cancellationToken))
        {
            return await fallback!(error, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (activity is not null)
            {
                Operation.Stop(activity);
            }
        }
    }

    private ValueTask<T> RepeatAsync<T>(Func<CancellationToken, ValueTask<T>> action, CancellationToken token) => _retry.RunValueTask(
        (Limit: _attemptLimit, Action: action),
        static (work, token) => work.Limit is null ? work.Action(token) : work.Limit.ExecuteAsync(work.Action, token),
        _clock,
        token);
}
