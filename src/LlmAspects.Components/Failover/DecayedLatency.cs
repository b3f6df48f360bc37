namespace LlmAspects.Components.Failover;

/// <summary>
/// The decayed median and 95th percentile of the last times of a model. They are forgotten when nothing new was measured for five minutes, so that one slow spell
/// cannot keep a model away for ever: nobody would call it, and nothing would be measured again. Thread-safe; reading takes no lock.
/// </summary>
internal sealed class DecayedLatency(TimeProvider time)
{
    /// <summary>So many measurements are needed before they count.</summary>
    internal const int MinimumCalls = 5;

    /// <summary>What a measurement weighs beside the next one.</summary>
    internal const double Decay = 0.97;

    /// <summary>So many measurements are kept; older ones would weigh about 2 %.</summary>
    internal const int Kept = 128;

    /// <summary>How long they count after the last one.</summary>
    internal static readonly TimeSpan Memory = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly long[] _ticks = new long[Kept];
    private long _count;
    private volatile View? _view;

    /// <summary>What was measured lately; <see langword="null"/> while it is too little or too old.</summary>
    /// <param name="now">A timestamp of the clock.</param>
    public View? At(long now) => _view is { } view && view.Count >= MinimumCalls && !IsOld(view, now) ? view : null;

    public void Add(TimeSpan latency)
    {
        lock (_gate)
        {
            _count = _view is { } last && !IsOld(last, time.GetTimestamp()) ? _count : 0;
            _ticks[_count++ % Kept] = latency.Ticks;
            _view = Summarize();
        }
    }

    private bool IsOld(View view, long now) => time.GetElapsedTime(view.At, now) > Memory;

    private View Summarize()
    {
        int kept = (int)Math.Min(_count, Kept);
        Span<long> ticks = stackalloc long[Kept];
        Span<double> weights = stackalloc double[Kept];
        double weight = 1;
        double total = 0;
        for (int age = 0; age < kept; age++, weight *= Decay)
        {
            ticks[age] = _ticks[(_count - 1 - age) % Kept];
            weights[age] = weight;
            total += weight;
        }

        ticks[..kept].Sort(weights[..kept]);
        return new View(Quantile(ticks, weights, 0.5 * total), Quantile(ticks, weights, 0.95 * total), _count, time.GetTimestamp());
    }

    // The first time at which the weights reach the share.
    private static TimeSpan Quantile(ReadOnlySpan<long> ticks, ReadOnlySpan<double> weights, double share)
    {
        int place = 0;
        for (double reached = weights[0]; reached < share; reached += weights[place])
        {
            place++;
        }

        return TimeSpan.FromTicks(ticks[place]);
    }

    /// <summary>The figures after one measurement. Immutable.</summary>
    internal sealed record View(TimeSpan Median, TimeSpan P95, long Count, long At);
}
