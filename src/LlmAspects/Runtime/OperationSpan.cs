using System.Diagnostics;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>Starts and stops the activity of a call without ever throwing, and keeps <see cref="Activity.Current"/> right on every way out.</summary>
internal static class OperationSpan
{
    private const string PreviousKey = "llmaspects.previous";
    private static readonly object Nothing = new();

    internal static Activity? Start(ActivitySource source, OperationIdentity operation, OperationOptions? options, GenAITelemetry? genAI = null)
    {
        var previous = Activity.Current;
        try
        {
            var activity = options is null ? source.StartActivity(operation.SpanName) : Start(source, genAI?.SpanName ?? operation.SpanName, options, genAI?.Tags, previous);
            if (activity is null)
            {
                return null;
            }

            if (!ReferenceEquals(activity.Parent, previous))
            {
                activity.SetCustomProperty(PreviousKey, previous ?? Nothing);
            }

            if (activity.IsAllDataRequested)
            {
                activity.SetTag(TelemetryNames.Component, operation.Component);
                activity.SetTag(TelemetryNames.Operation, operation.Name);
            }

            return activity;
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
            StopOrphan(source, previous);
            MakeCurrent(previous);
            return null;
        }
    }

    private static Activity? Start(ActivitySource source, string defaultName, OperationOptions options, KeyValuePair<string, object?>[]? tags, Activity? previous)
    {
        var name = options.SpanName ?? defaultName;
        if (!options.NewRoot || previous is null)
        {
            return source.StartActivity(name, options.Kind, parentContext: default, tags);
        }

        MakeCurrent(null);
        var root = source.StartActivity(name, options.Kind, parentContext: default, tags, LinkTo(previous));
        if (root is null)
        {
            MakeCurrent(previous);
        }

        return root;
    }

    // Only a W3C identifier can be linked to.
    private static ActivityLink[]? LinkTo(Activity previous) =>
        previous.IdFormat == ActivityIdFormat.W3C ? [new ActivityLink(previous.Context)] : null;

    /// <summary>Stops in the flow that started the activity: what was current before becomes current again.</summary>
    internal static void Stop(Activity activity)
    {
        var previous = PreviousOf(activity);
        StopGuarded(activity);
        MakeCurrent(previous);
    }

    /// <summary>Stops from a continuation: the activity is current for the listeners, and the flow keeps the one it had.</summary>
    internal static void StopElsewhere(Activity activity)
    {
        var current = Activity.Current;
        MakeCurrent(activity);
        StopGuarded(activity);
        MakeCurrent(current);
    }

    /// <summary>Takes a running activity out of the caller's flow.</summary>
    internal static void Detach(Activity activity) => MakeCurrent(PreviousOf(activity));

    /// <summary>A stopped activity must not come back as the current one; the setter would refuse it and leave the wrong one.</summary>
    internal static void MakeCurrent(Activity? activity)
    {
        try
        {
            Activity.Current = activity is { IsStopped: true } ? null : activity;
        }
        catch (Exception fault)
        {
            // Thrown by a handler of Activity.CurrentChanged, when the change is made.
            RuntimeFaults.Note(fault);
        }
    }

    internal static void MarkFailed(Activity activity, string errorType, string? description)
    {
        activity.SetStatus(ActivityStatusCode.Error, description);
        activity.SetTag(TelemetryNames.ErrorType, errorType);
    }

    private static Activity? PreviousOf(Activity activity) => activity.GetCustomProperty(PreviousKey) switch
    {
        null => activity.Parent,
        var previous => previous as Activity,
    };

    /// <summary>A listener threw when it was told of the start: the span runs already, and others may know of it.</summary>
    private static void StopOrphan(ActivitySource source, Activity? previous)
    {
        if (Activity.Current is { } started && started != previous && started.Source == source)
        {
            StopGuarded(started);
        }
    }

    private static void StopGuarded(Activity activity)
    {
        try
        {
            activity.Stop();
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
        }
    }
}
