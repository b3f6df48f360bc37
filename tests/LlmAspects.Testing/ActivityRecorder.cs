using System.Collections.Concurrent;
using System.Diagnostics;

namespace LlmAspects.Testing;

/// <summary>Listens to one activity source and keeps what was started and stopped, in order.</summary>
public sealed class ActivityRecorder : IDisposable
{
    private readonly ConcurrentQueue<Activity> _started = new();
    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ActivityListener _listener;

    /// <summary>Begins to listen; every activity is recorded with all its data.</summary>
    /// <param name="source">The name of the source.</param>
    public ActivityRecorder(string source)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name == source,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = _started.Enqueue,
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The activities that were started, in order.</summary>
    public IReadOnlyList<Activity> Started => [.. _started];

    /// <summary>The activities that were stopped, in order.</summary>
    public IReadOnlyList<Activity> Stopped => [.. _stopped];

    /// <summary>Stops listening.</summary>
    public void Dispose() => _listener.Dispose();
}
