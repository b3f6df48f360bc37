using System.Diagnostics;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>Takes a running span back before it stops: exporters look at <see cref="Activity.Recorded"/>, listeners at <see cref="Activity.IsAllDataRequested"/>.</summary>
internal static class SpanFilter
{
    /// <summary>Drops the span of a call that was neither slow enough nor failed. An unknown duration may have been slow: its span stays.</summary>
    internal static void Apply(OperationOptions? options, Activity? activity, long duration, OperationOutcome outcome)
    {
        if (options is null || activity is null || outcome == OperationOutcome.Failed || !IsUnwanted(options, duration))
        {
            return;
        }

        activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        activity.IsAllDataRequested = false;
    }

    private static bool IsUnwanted(OperationOptions options, long duration) =>
        options.SlowerThanMs > 0
            ? duration >= 0 && StatsCalculator.ToMilliseconds(duration) < options.SlowerThanMs
            : options.FailedOnly;
}
