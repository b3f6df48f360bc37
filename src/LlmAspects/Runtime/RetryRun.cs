using System.Diagnostics;
using LlmAspects.Errors;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>One call whose first attempt has failed. Used by one attempt at a time.</summary>
[StackTraceHidden, DebuggerStepThrough]
internal sealed class RetryRun(RetryTelemetry telemetry, CallTokens tokens, Exception first, DateTime started)
{
    private readonly List<FailedAttempt> _failed = [];
    private DateTime _started = started;

    internal Exception First => first;

    internal CallTokens Tokens => tokens;

    /// <summary>The attempts begun so far; the first has ended before the pipeline is entered.</summary>
    internal int Begun { get; private set; }

    internal void Begin()
    {
        if (++Begun > 1)
        {
            _started = telemetry.Begin();
        }
    }

    internal void Retry(Exception error, TimeSpan duration, TimeSpan delay)
    {
        var attempt = new FailedAttempt(Begun, ExceptionNames.Of(error), DurationOf(duration), delay.TotalMilliseconds);
        _failed.Add(attempt);
        telemetry.Retried(attempt, _started);
    }

    internal void Succeed() => telemetry.Count(TelemetryNames.SucceededOutcome);

    /// <summary>Ends the call: a cancelled delay is no attempt, so nothing is counted for it.</summary>
    internal void Fail(Exception error)
    {
        var isCancelled = tokens.Explain(error);
        if (_failed.Count < Begun)
        {
            telemetry.Count(isCancelled ? TelemetryNames.CancelledOutcome : TelemetryNames.FailedOutcome);
        }

        if (!isCancelled && _failed.Count > 0)
        {
            AttemptHistory.Keep(error, _failed);
        }
    }

    // The pipeline did not see the first attempt.
    private double? DurationOf(TimeSpan duration) =>
        Begun > 1 ? duration.TotalMilliseconds
            : _started == default ? null
            : (RuntimeClock.TimeProvider.GetUtcNow().UtcDateTime - _started).TotalMilliseconds;
}
