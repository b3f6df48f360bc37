using System.Diagnostics;
using System.Runtime.CompilerServices;
using LlmAspects.Errors;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

public sealed partial class Operation
{
    /// <summary>Counts, marks and reports a call whose result tells of a failure, and stops its span; <see langword="false"/> when the call succeeded.</summary>
    private bool FailsBy<TResult, TTags>(long started, Activity? activity, in TResult result, in TTags tags, Action<Activity> stop)
        where TResult : allows ref struct
        where TTags : struct, ICallTags<TResult>, allows ref struct
    {
        if (!TTags.JudgesResult || !LlmAspectsSwitch.IsEnabled || !ResultVerdict.IsFailure<TResult, TTags>(result))
        {
            return false;
        }

        FailByResult(MeasureFailure(started), started, activity, result, tags);
        if (activity is not null)
        {
            stop(activity);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FailByResult<TResult, TTags>(Measurement call, long started, Activity? activity, in TResult result, in TTags tags)
        where TResult : allows ref struct
        where TTags : struct, ICallTags<TResult>, allows ref struct
    {
        try
        {
            var errorType = ResultVerdict.ErrorTypeOf<TResult, TTags>(result);
            var metricTags = IsMetered || Identity.Telemetry.Instruments.Errors.Enabled ? CallTags.Metrics(result, tags) : null;
            if (activity is { IsAllDataRequested: true })
            {
                SpanTags.Add(activity, CallTags.Results(result, tags));
            }

            Count(call, errorType, metricTags);
            if (activity is not null)
            {
                OperationSpan.MarkFailed(activity, errorType, description: null);
            }

            SpanFilter.Apply(_options, activity, call.Duration, OperationOutcome.Failed);
            if (_recordsErrors)
            {
                var arguments = SpanTags.ArgumentsOf(activity) ?? CallTags.Arguments(tags);
                ErrorAggregator.Shared.ObserveResult(new ErrorOrigin(Identity, errorType, activity, call.Duration, started, call.Ended) { Tags = arguments });
            }
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
        }
    }
}
