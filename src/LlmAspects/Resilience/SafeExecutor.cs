using System.Diagnostics;
using LlmAspects.Runtime;
using LlmAspects.Tracing;
using Polly;

namespace LlmAspects.Resilience;

#pragma warning disable RS0026 // The overloads differ in their first parameter, which is never left out.

/// <summary>
/// Carries work out as an annotated method with all three aspects does, where no method can be annotated: measured and traced, errors recorded, attempts repeated;
/// with time limits and a fallback besides. Made once and kept; thread-safe.
/// </summary>
/// <remarks>
/// Not for calls of models: those are repeated by the failover handler alone. A time limit ends work that heeds its token; on other work it waits. Work that was
/// replaced by a fallback counts as failed.
/// </remarks>
public sealed partial class SafeExecutor
{
    private const AspectKinds Aspects = AspectKinds.ErrorContext | AspectKinds.TracePerformance | AspectKinds.RetryWithBackoff;

    private readonly Operation _operation;
    private readonly RetryPolicy _retry;
    private readonly ResiliencePipeline? _limit;
    private readonly ResiliencePipeline? _attemptLimit;
    private readonly TimeProvider? _clock;

    /// <summary>Makes an executor.</summary>
    /// <param name="component">The component in snake_case, of a small fixed set.</param>
    /// <param name="operation">The operation in snake_case, of a small fixed set.</param>
    /// <param name="options">Retries and limits; <see langword="null"/> gives the defaults.</param>
    /// <param name="timeProvider">Where delays and limits are waited for; <see langword="null"/> is the system's clock.</param>
    /// <exception cref="ArgumentException"><paramref name="component"/> or <paramref name="operation"/> is null or empty.</exception>
    public SafeExecutor(string component, string operation, SafeExecutorOptions? options = null, TimeProvider? timeProvider = null)
    {
        options ??= new SafeExecutorOptions();
        _operation = Operation.Create(component, operation, Aspects);
        _retry = new RetryPolicy(_operation, options.Retry);
        _limit = LimitOf(options.Timeout, timeProvider);
        _attemptLimit = LimitOf(options.AttemptTimeout, timeProvider);
        _clock = timeProvider;
    }

    /// <summary>Carries work out; delays block the thread.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The work; its token is that of the attempt.</param>
    /// <param name="fallback">What answers when every attempt failed; not asked after a cancellation. <see langword="null"/> lets the last exception go on.</param>
    /// <param name="cancellationToken">Cancels the work and the delays.</param>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="Polly.Timeout.TimeoutRejectedException">A time limit was reached.</exception>
    public T Execute<T>(Func<CancellationToken, T> action, Func<Exception, T>? fallback = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        var activity = _operation.Start();
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = _limit is null ? Repeat(action, cancellationToken) : _limit.Execute(Repeat, action, cancellationToken);
            _operation.Exit(started, activity);
            activity = null;
            return result;
        }
        catch (Exception error) when (_operation.Observe(error, started, activity, cancellationToken) || FallsBack(fallback, error, activity, cancellationToken))
        {
            return fallback!(error);
        }
        finally
        {
            if (activity is not null)
            {
                Operation.Stop(activity);
            }
        }
    }

    /// <summary>Carries work out; delays block the thread.</summary>
    /// <param name="action">The work; its token is that of the attempt.</param>
    /// <param name="fallback">What is done instead when every attempt failed; not asked after a cancellation. <see langword="null"/> lets the last exception go on.</param>
    /// <param name="cancellationToken">Cancels the work and the delays.</param>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="Polly.Timeout.TimeoutRejectedException">A time limit was reached.</exception>
    public void Execute(Action<CancellationToken> action, Action<Exception>? fallback = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        Execute(
            token =>
            {
                action(token);
                return true;
            },
            fallback is null ? null : error =>
            {
                fallback(error);
                return false;
            },
            cancellationToken);
    }

    private T Repeat<T>(Func<CancellationToken, T> action, CancellationToken token) =>
        _retry.Run((Limit: _attemptLimit, Action: action), static (work, token) => work.Limit is null ? work.Action(token) : work.Limit.Execute(work.Action, token), _clock, token);

    private static bool FallsBack(Delegate? fallback, Exception error, Activity? activity, CancellationToken cancellationToken)
    {
        if (fallback is null || new CallTokens(cancellationToken).Explain(error))
        {
            return false;
        }

        activity?.SetTag(TelemetryNames.Fallback, true);
        return true;
    }

    private static ResiliencePipeline? LimitOf(TimeSpan? limit, TimeProvider? clock) =>
        limit is { } given ? new ResiliencePipelineBuilder { TimeProvider = clock }.AddTimeout(given).Build() : null;
}
