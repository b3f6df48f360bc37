using System.Diagnostics;
using System.Runtime.CompilerServices;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Starts the span of a call.</summary>
    /// <returns>The running activity, now current; <see langword="null"/> when nobody listens or wants this one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Activity? Start() => _activities is { } source && !source.HasListeners() ? null : StartListened();

    /// <summary>Records the success of a call and stops its span.</summary>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Exit(long started, Activity? activity) => Succeed(started, activity);

    /// <summary>Records a failure from an exception filter; the exception passes on.</summary>
    /// <param name="error">The exception that leaves the method.</param>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned; it is marked here and stopped by <see cref="Stop"/>.</param>
    /// <returns>Always <see langword="false"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Observe(Exception error, long started, Activity? activity) => Observe(error, started, activity, Cancellation.NoParameter);

    /// <summary>Records a failure from an exception filter; the exception passes on.</summary>
    /// <param name="error">The exception that leaves the method.</param>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned; it is marked here and stopped by <see cref="Stop"/>.</param>
    /// <param name="cancellationToken">The method's token: it tells a cancellation from a timeout.</param>
    /// <returns>Always <see langword="false"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool Observe(Exception error, long started, Activity? activity, CancellationToken cancellationToken)
    {
        Fail(error, started, activity, new CallTokens(cancellationToken));
        return false;
    }

    /// <summary>Stops the span of a failed call, in <c>finally</c>: in the filter an inner <c>using</c> could still make a stopped activity current.</summary>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    public static void Stop(Activity activity) => OperationSpan.Stop(activity);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Succeed(long started, Activity? activity)
    {
        // A call that is not sampled was counted when it began.
        if (!LlmAspectsSwitch.IsEnabled || started == 0)
        {
            return;
        }

        var ended = Stopwatch.GetTimestamp();
        StatisticsRecorder.Succeed(_id, ended - started, ended);
        if (activity is not null || _durations is not { Enabled: false })
        {
            ReportSuccess(ended - started, activity);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Activity? StartListened()
    {
        if (!LlmAspectsSwitch.IsEnabled)
        {
            return null;
        }

        var source = _activities ??= Identity.Telemetry.Activities;
        return source is not null && source.HasListeners() ? OperationSpan.Start(source, Identity, _options, _genAI) : null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReportSuccess(long duration, Activity? activity)
    {
        OperationMetrics.Succeeded(Identity, Durations, duration);
        _genAI?.Record(duration, errorType: null, callTags: null);
        if (activity is not null)
        {
            SpanFilter.Apply(_options, activity, duration, OperationOutcome.Succeeded);
            OperationSpan.Stop(activity);
        }
    }
}
