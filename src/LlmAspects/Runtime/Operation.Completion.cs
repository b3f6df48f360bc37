using System.Diagnostics;
using System.Diagnostics.Metrics;
using LlmAspects.Errors;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    internal bool IsMetered => Durations.Enabled || _genAI is { IsHeard: true };

    // Not kept beside a second metric: the quick look at the first one would miss who listens to the second.
    private Histogram<double> Durations => _genAI is null ? _durations ??= Identity.Telemetry.Instruments.Duration : Identity.Telemetry.Instruments.Duration;

    /// <summary>Starts the span of a stream under the activity of the enumerator's maker; the present flow keeps its own.</summary>
    internal Activity? StartUnder(Activity? parent)
    {
        if (_activities is { } source && !source.HasListeners())
        {
            return null;
        }

        var current = Activity.Current;
        OperationSpan.MakeCurrent(parent);
        var span = StartListened();
        OperationSpan.MakeCurrent(current);
        return span;
    }

    /// <summary>Records a success that was noticed outside the caller's flow, and stops its span.</summary>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    public void Complete(long started, Activity? activity)
    {
        if (!_isMeasured)
        {
            return;
        }

        if (activity is null)
        {
            Succeed(started, null);
            return;
        }

        var ended = Stopwatch.GetTimestamp();
        End(new Measurement(_id, ended - started, ended, OperationOutcome.Succeeded), activity);
    }

    /// <summary>Records a failure that was noticed outside the caller's flow, and returns the exception that the consumer gets.</summary>
    internal Exception Abort(Exception error, long started, Activity? activity, CallTokens tokens)
    {
        Fail(error, started, activity, tokens);
        if (activity is not null)
        {
            OperationSpan.StopElsewhere(activity);
        }

        return Translate(error, tokens);
    }

    /// <summary>Counts, marks and reports a failed call; its span is left running.</summary>
    internal void Fail(Exception error, long started, Activity? activity, CallTokens tokens)
    {
        if (LlmAspectsSwitch.IsEnabled)
        {
            Fail(error, MeasureFailure(started), started, activity, tokens);
        }
    }

    internal void Fail(Exception error, in Measurement observed, long started, Activity? activity, CallTokens tokens, FailureTags tags = default)
    {
        if (!LlmAspectsSwitch.IsEnabled)
        {
            return;
        }

        try
        {
            var outcome = OutcomeOf(error, tokens);
            var call = observed with { IsMeasured = _isMeasured, Outcome = outcome };
            var errorType = outcome == OperationOutcome.Failed ? ExceptionNames.Of(error) : null;
            Count(call, errorType, tags.Metric);
            Mark(activity, error, errorType, outcome);
            SpanFilter.Apply(_options, activity, call.Duration, outcome);
            if (errorType is not null && _recordsErrors)
            {
                ErrorAggregator.Shared.Observe(error, new ErrorOrigin(Identity, errorType, activity, call.Duration, started, call.Ended) { Tags = tags.Record });
            }
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
        }
    }

    /// <summary>Counts and reports a call that did not fail, and stops its span.</summary>
    internal void End(in Measurement call, Activity? activity, KeyValuePair<string, object?>[]? metricTags = null)
    {
        if (!LlmAspectsSwitch.IsEnabled)
        {
            return;
        }

        StatisticsRecorder.Record(call);
        if (call is { Outcome: OperationOutcome.Succeeded, Duration: >= 0 })
        {
            OperationMetrics.Succeeded(Identity, Durations, call.Duration, metricTags);
        }
        else
        {
            OperationMetrics.Ended(Identity, call, errorType: null, metricTags);
        }

        _genAI?.Record(call.Duration, errorType: null, metricTags);

        if (activity is null)
        {
            return;
        }

        if (OperationMetrics.OutcomeTag(call.Outcome) is { } outcome)
        {
            activity.SetTag(TelemetryNames.Outcome, outcome);
        }

        Filter(activity, call);
        OperationSpan.StopElsewhere(activity);
    }

    /// <summary>Drops the span of a call that is not to be kept, before more is written on it.</summary>
    internal void Filter(Activity? activity, in Measurement call) => SpanFilter.Apply(_options, activity, call.Duration, call.Outcome);

    /// <summary>Counts a call that did not succeed, in the statistics and in the metrics.</summary>
    private void Count(in Measurement call, string? errorType, KeyValuePair<string, object?>[]? metricTags)
    {
        StatisticsRecorder.Record(call);
        OperationMetrics.Ended(Identity, call, errorType, metricTags);
        _genAI?.Record(call.IsMeasured ? call.Duration : Measurement.Untimed, errorType, metricTags);
    }

    private OperationOutcome OutcomeOf(Exception error, CallTokens tokens) =>
        tokens.Explain(error) ? OperationOutcome.Cancelled
        : _options is { } options && options.Expects(error) ? OperationOutcome.Expected
        : OperationOutcome.Failed;

    /// <summary>Counts and reports a call of which nothing was counted or timed yet, such as the making of a stream.</summary>
    private void FailUntimed(Exception error, CallTokens tokens, FailureTags tags = default)
    {
        if (LlmAspectsSwitch.IsEnabled)
        {
            Fail(error, MeasureFailure(started: 0) with { IsCounted = false }, started: 0, null, tokens, tags);
        }
    }

    private Measurement MeasureFailure(long started)
    {
        var ended = Stopwatch.GetTimestamp();
        var duration = _isMeasured && started != 0 ? ended - started : Measurement.Untimed;
        return new Measurement(_id, duration, ended, OperationOutcome.Failed) { IsCounted = started == 0 };
    }

    private static void Mark(Activity? activity, Exception error, string? errorType, OperationOutcome outcome)
    {
        if (activity is null)
        {
            return;
        }

        if (errorType is null)
        {
            activity.SetTag(TelemetryNames.Outcome, OperationMetrics.OutcomeTag(outcome));
        }
        else
        {
            OperationSpan.MarkFailed(activity, errorType, ErrorAggregator.Shared.MessageOf(error));
        }
    }
}
