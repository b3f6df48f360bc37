using System.Diagnostics;

namespace LlmAspects.Tests;

/// <summary>Listens to one source and keeps its stopped activities in order, with what was current while each was stopped.</summary>
internal sealed class SpanLog : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly Lock _gate = new();

    public SpanLog(string source, Action<Activity>? stopped = null)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name == source,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (_gate)
                {
                    Stopped.Add(activity);
                    CurrentAtStop.Add(Activity.Current);
                }

                stopped?.Invoke(activity);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public List<Activity> Stopped { get; } = [];

    public List<Activity?> CurrentAtStop { get; } = [];

    public Activity Single => Stopped.ShouldHaveSingleItem();

    public void Dispose() => _listener.Dispose();
}
