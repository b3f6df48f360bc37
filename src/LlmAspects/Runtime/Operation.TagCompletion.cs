using System.Diagnostics;
using System.Runtime.CompilerServices;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Records a success that was noticed outside the caller's flow, and stops its span.</summary>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <param name="tags">The tags; read only when a metric carries them.</param>
    public void Complete<TTags>(long started, Activity? activity, in TTags tags)
        where TTags : struct, ICallTags
    {
        if (_isMeasured && Count(started) is var duration and >= 0)
        {
            Report(duration, activity, tags, OperationSpan.StopElsewhere);
        }
    }

    /// <summary>Records a success that was noticed outside the caller's flow, and stops its span.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <typeparam name="TTags">The generated type of the tags.</typeparam>
    /// <param name="started">The timestamp at entry.</param>
    /// <param name="activity">What <see cref="Start"/> returned.</param>
    /// <param name="result">What awaiting Core yielded.</param>
    /// <param name="tags">The tags; read only when the span is recorded or a metric carries them.</param>
    public void Complete<TResult, TTags>(long started, Activity? activity, in TResult result, in TTags tags)
        where TTags : struct, ICallTags<TResult>
    {
        if (_isMeasured && !FailsBy(started, activity, result, tags, OperationSpan.StopElsewhere) && Count(started) is var duration and >= 0)
        {
            Report(duration, activity, result, tags, OperationSpan.StopElsewhere);
        }
    }

    /// <summary>Records a failure that was noticed outside the caller's flow, and returns the exception that the consumer gets.</summary>
    internal Exception Abort<TTags>(Exception error, long started, Activity? activity, CallTokens tokens, in TTags tags)
        where TTags : struct, ICallTags
    {
        Fail(error, started, activity, tokens, tags);
        if (activity is not null)
        {
            OperationSpan.StopElsewhere(activity);
        }

        return Translate(error, tokens);
    }

    private void Fail<TTags>(Exception error, long started, Activity? activity, CallTokens tokens, in TTags tags)
        where TTags : struct, ICallTags, allows ref struct
    {
        if (LlmAspectsSwitch.IsEnabled)
        {
            // The clock is read first: the user's getters are no part of the call.
            var call = MeasureFailure(started);
            Fail(error, call, started, activity, tokens, FailureTagsOf(error, activity, tokens, tags));
        }
    }

    internal FailureTags FailureTagsOf<TTags>(Exception error, Activity? activity, CallTokens tokens, in TTags tags)
        where TTags : struct, ICallTags, allows ref struct
    {
        var instruments = Identity.Telemetry.Instruments;
        var isHeard = IsMetered || instruments.Errors.Enabled;
        var isRecorded = _recordsErrors && OutcomeOf(error, tokens) == OperationOutcome.Failed;
        return new FailureTags(
            isRecorded ? SpanTags.ArgumentsOf(activity) ?? CallTags.Arguments(tags) : null,
            isHeard ? CallTags.Metrics(tags) : null);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void AddArguments<TTags>(Activity activity, in TTags tags)
        where TTags : struct, ICallTags, allows ref struct
    {
        if (!activity.IsAllDataRequested)
        {
            return;
        }

        var arguments = CallTags.Arguments(tags);
        SpanTags.AddArguments(activity, arguments);
        if (_genAI is not null && _options is { SpanName: null })
        {
            _genAI.NameAfter(activity, arguments);
        }
    }

    private bool IsUnheard(Activity? activity) => activity is null && _durations is { Enabled: false };

    /// <summary>Counts a success and returns its duration in ticks; -1 when it was counted already, not being sampled, or everything is switched off.</summary>
    private long Count(long started)
    {
        if (!LlmAspectsSwitch.IsEnabled || started == 0)
        {
            return -1;
        }

        var ended = Stopwatch.GetTimestamp();
        StatisticsRecorder.Succeed(_id, ended - started, ended);
        return ended - started;
    }

    private void Report<TTags>(long duration, Activity? activity, in TTags tags, Action<Activity> stop)
        where TTags : struct, ICallTags, allows ref struct
    {
        var metricTags = IsMetered ? CallTags.Metrics(tags) : null;
        OperationMetrics.Succeeded(Identity, Durations, duration, metricTags);
        _genAI?.Record(duration, errorType: null, metricTags);
        if (activity is not null)
        {
            SpanFilter.Apply(_options, activity, duration, OperationOutcome.Succeeded);
            stop(activity);
        }
    }

    private void Report<TResult, TTags>(long duration, Activity? activity, in TResult result, in TTags tags, Action<Activity> stop)
        where TResult : allows ref struct
        where TTags : struct, ICallTags<TResult>, allows ref struct
    {
        var metricTags = IsMetered ? CallTags.Metrics(result, tags) : null;
        OperationMetrics.Succeeded(Identity, Durations, duration, metricTags);
        _genAI?.Record(duration, errorType: null, metricTags);
        if (activity is null)
        {
            return;
        }

        // Of a span that is dropped nothing more is read.
        SpanFilter.Apply(_options, activity, duration, OperationOutcome.Succeeded);
        if (activity.IsAllDataRequested)
        {
            SpanTags.Add(activity, CallTags.Results(result, tags));
        }

        stop(activity);
    }
}
