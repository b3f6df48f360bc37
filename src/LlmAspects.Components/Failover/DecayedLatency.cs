namespace LlmAspects.Components.Failover;

/// <summary>
/// The decayed mean latency of a model. It is forgotten when nothing new was measured for five minutes, so that one slow spell
/// cannot keep a model away for ever: nobody would call it, and nothing would be measured again. Thread-safe.
/// </summary>
internal sealed class DecayedLatency(TimeProvider time)
{
    /// <summary>So many measurements are needed before the mean counts.</summary>
    internal const int MinimumCalls = 5;

    /// <summary>The weight of the newest measurement.</summary>
    internal const double Newest = 0.2;

    /// <summary>How long a mean counts after its last measurement.</summary>
    internal static readonly TimeSpan Memory = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private double _meanTicks;
    private int _count;
    private long _lastAt;

    public TimeSpan? Current
    {
        get
        {
            lock (_gate)
            {
                return _count >= MinimumCalls && !IsOld ? TimeSpan.FromTicks((long)_meanTicks) : null;
            }
        }
    }

    private bool IsOld => time.GetElapsedTime(_lastAt) > Memory;

    public void Add(TimeSpan latency)
    {
        lock (_gate)
        {
            if (_count == 0 || IsOld)
            {
                (_meanTicks, _count) = (latency.Ticks, 0);
            }

            _meanTicks += Newest * (latency.Ticks - _meanTicks);
            _count++;
            _lastAt = time.GetTimestamp();
        }
    }
}
