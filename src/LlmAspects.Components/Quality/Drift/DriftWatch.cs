namespace LlmAspects.Components.Quality.Drift;

/// <summary>A detector for each tenant and profile, and one budget of alarms. Thread-safe, bounded.</summary>
internal sealed class DriftWatch(DriftOptions options, TimeProvider time)
{
    private const int MaxAlarms = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Tenant, QualityProfile Profile), LinkedListNode<Watched>> _watched = [];
    private readonly LinkedList<Watched> _byUse = new();
    private readonly Queue<DriftAlarm> _alarms = new();
    private long _suppressed;

    /// <summary>Takes a score.</summary>
    /// <returns>The alarm that it raised, if the budget allowed one.</returns>
    public DriftAlarm? Add(string tenant, QualityProfile profile, double score)
    {
        lock (_lock)
        {
            DriftDetector detector = DetectorOf((tenant, profile));
            if (detector.Add(score) is not { } noticed)
            {
                return null;
            }

            var alarm = new DriftAlarm(tenant, profile, time.GetUtcNow(), noticed, detector.Mean, detector.Level);
            detector.Restart();
            return Raise(alarm) ? alarm : null;
        }
    }

    public DriftStatus Status()
    {
        lock (_lock)
        {
            return new DriftStatus { Alarms = [.. _alarms], Suppressed = _suppressed, Watched = _watched.Count };
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _watched.Clear();
            _byUse.Clear();
            _alarms.Clear();
            _suppressed = 0;
        }
    }

    private DriftDetector DetectorOf((string Tenant, QualityProfile Profile) key)
    {
        if (_watched.TryGetValue(key, out LinkedListNode<Watched>? node))
        {
            _byUse.Remove(node);
        }
        else
        {
            if (_watched.Count == options.MaxWatched)
            {
                _watched.Remove(_byUse.First!.Value.Key);
                _byUse.RemoveFirst();
            }

            node = new LinkedListNode<Watched>(new Watched(key, new DriftDetector(options)));
            _watched.Add(key, node);
        }

        _byUse.AddLast(node);
        return node.Value.Detector;
    }

    private bool Raise(DriftAlarm alarm)
    {
        DateTimeOffset start = alarm.Time - options.BudgetPeriod;
        if (_alarms.Count(other => other.Time > start) >= options.AlarmBudget)
        {
            _suppressed++;
            return false;
        }

        if (_alarms.Count == Math.Max(MaxAlarms, options.AlarmBudget))
        {
            _alarms.Dequeue();
        }

        _alarms.Enqueue(alarm);
        return true;
    }

    private sealed record Watched((string Tenant, QualityProfile Profile) Key, DriftDetector Detector);
}
