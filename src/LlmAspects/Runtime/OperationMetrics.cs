using System.Diagnostics;
using System.Diagnostics.Metrics;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>Emits metrics while somebody listens. A throwing listener is counted and never seen by the program.</summary>
internal static class OperationMetrics
{
    private static readonly double SecondsPerTick = 1.0 / Stopwatch.Frequency;

    internal static double ToSeconds(long duration) => duration * SecondsPerTick;

    internal static void Succeeded(OperationIdentity operation, Histogram<double> durations, long duration, KeyValuePair<string, object?>[]? callTags = null)
    {
        if (!durations.Enabled)
        {
            return;
        }

        try
        {
            durations.Record(duration * SecondsPerTick, callTags is null ? operation.Tags.AsSpan() : [.. operation.Tags, .. callTags]);
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
        }
    }

    /// <summary>Emits a call that did not simply succeed. <paramref name="errorType"/> is given for failures only.</summary>
    internal static void Ended(OperationIdentity operation, in Measurement call, string? errorType, KeyValuePair<string, object?>[]? callTags = null)
    {
        try
        {
            var instruments = operation.Telemetry.Instruments;
            if (!instruments.Duration.Enabled && !instruments.Errors.Enabled)
            {
                return;
            }

            var tags = new TagList(callTags is null ? operation.Tags.AsSpan() : [.. operation.Tags, .. callTags]);
            if (errorType is not null)
            {
                tags.Add(TelemetryNames.ErrorType, errorType);
                instruments.Errors.Add(1, tags);
            }
            else if (OutcomeTag(call.Outcome) is { } outcome)
            {
                tags.Add(TelemetryNames.Outcome, outcome);
            }

            if (call.IsMeasured && call.Duration >= 0)
            {
                instruments.Duration.Record(call.Duration * SecondsPerTick, tags);
            }
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
        }
    }

    internal static void Streamed(OperationIdentity operation, in Measurement call)
    {
        if (!call.IsStream || call.Items == 0)
        {
            return;
        }

        try
        {
            var instruments = operation.Telemetry.Instruments;
            instruments.Items.Add(call.Items, operation.Tags.AsSpan());
            instruments.TimeToFirstItem.Record(call.TimeToFirstItem * SecondsPerTick, operation.Tags.AsSpan());
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
        }
    }

    internal static string? OutcomeTag(OperationOutcome outcome) => outcome switch
    {
        OperationOutcome.Cancelled => TelemetryNames.CancelledOutcome,
        OperationOutcome.DisposedEarly => TelemetryNames.DisposedEarlyOutcome,
        OperationOutcome.Expected => TelemetryNames.ExpectedOutcome,
        OperationOutcome.Abandoned => TelemetryNames.AbandonedOutcome,
        _ => null,
    };
}
