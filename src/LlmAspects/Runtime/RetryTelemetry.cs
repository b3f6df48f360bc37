using System.Diagnostics;
using System.Diagnostics.Metrics;
using LlmAspects.Errors;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>Counts attempts and shows the failed ones as spans. Never throws.</summary>
internal sealed class RetryTelemetry(OperationIdentity operation)
{
    private Counter<long>? _attempts;
    private ActivitySource? _activities;

    /// <summary>When an attempt begins; no clock is read unless somebody listens to spans.</summary>
    internal DateTime Begin()
    {
        if (_activities is { } known && !known.HasListeners())
        {
            return default;
        }

        var source = LlmAspectsSwitch.IsEnabled ? _activities ??= operation.Telemetry.Activities : null;
        return source?.HasListeners() == true ? RuntimeClock.TimeProvider.GetUtcNow().UtcDateTime : default;
    }

    internal void Count(string outcome)
    {
        if (_attempts is not { Enabled: false } && LlmAspectsSwitch.IsEnabled)
        {
            CountListened(outcome);
        }
    }

    /// <summary>Tells of an attempt that is retried: its span is made afterwards, so that a success costs none.</summary>
    internal void Retried(FailedAttempt attempt, DateTime started)
    {
        Count(TelemetryNames.RetriedOutcome);
        if (started == default || _activities is not { } source)
        {
            return;
        }

        var current = Activity.Current;
        try
        {
            using var span = source.StartActivity(operation.SpanName + ".attempt", ActivityKind.Internal, parentContext: default, Tags(attempt), links: null, started);
            span?.SetStatus(ActivityStatusCode.Error);
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
        }

        OperationSpan.MakeCurrent(current);
    }

    private KeyValuePair<string, object?>[] Tags(FailedAttempt attempt) =>
    [
        .. operation.Tags,
        new(TelemetryNames.AttemptNumber, attempt.Number),
        new(TelemetryNames.ErrorType, attempt.ExceptionType),
    ];

    private void CountListened(string outcome)
    {
        try
        {
            _attempts ??= operation.Telemetry.Instruments.Attempts;
            _attempts.Add(1, operation.Tags[0], operation.Tags[1], new(TelemetryNames.Outcome, outcome));
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
        }
    }
}
