using System.Diagnostics;
using System.Runtime.CompilerServices;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Records a success that was noticed outside the caller's flow.</summary>
    internal void Complete<TTags>(long started, Activity? activity, in TTags tags)
        where TTags : struct, ICallTags
    {
        if (_isMeasured && Count(started) is var duration and >= 0)
        {
            Report(duration, activity, IsMetered ? CallTags.Metrics(tags) : null, OperationSpan.StopElsewhere);
        }
    }

    /// <inheritdoc cref="Complete{TTags}"/>
    internal void Complete<TResult, TTags>(long started, Activity? activity, in TResult result, in TTags tags)
        where TTags : struct, ICallTags<TResult>
    {
        if (_isMeasured && !FailsBy(started, activity, result, tags, OperationSpan.StopElsewhere) && Count(started) is var duration and >= 0)
        {
            AddResults(activity, result, tags);
            Report(duration, activity, IsMetered ? CallTags.Metrics(result, tags) : null, OperationSpan.StopElsewhere);
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
        var isRecorded = _recordsErrors && !tokens.Explain(error);
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

    private static void AddResults<TResult, TTags>(Activity? activity, in TResult result, in TTags tags)
        where TResult : allows ref struct
        where TTags : struct, ICallTags<TResult>, allows ref struct
    {
        if (activity is { IsAllDataRequested: true })
        {
            SpanTags.Add(activity, CallTags.Results(result, tags));
        }
    }

    private bool IsUnheard(Activity? activity) => activity is null && _durations is { Enabled: false };

    /// <summary>Counts a success and returns its duration in ticks; -1 when everything is switched off.</summary>
    private long Count(long started)
    {
        if (!LlmAspectsSwitch.IsEnabled)
        {
            return -1;
        }

        if (started == 0)
        {
            StatisticsRecorder.SucceedUntimed(_id);
            return -1;
        }

        var ended = Stopwatch.GetTimestamp();
        StatisticsRecorder.Succeed(_id, ended - started, ended);
        return ended - started;
    }

    private void Report(long duration, Activity? activity, KeyValuePair<string, object?>[]? metricTags, Action<Activity> stop)
    {
        OperationMetrics.Succeeded(Identity, Durations, duration, metricTags);
        _genAI?.Record(duration, errorType: null, metricTags);
        if (activity is not null)
        {
            SpanFilter.Apply(_options, activity, duration, OperationOutcome.Succeeded);
            stop(activity);
        }
    }
}
