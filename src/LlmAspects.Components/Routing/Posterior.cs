namespace LlmAspects.Components.Routing;

/// <summary>
/// What is believed of one model for one tenant and task: a Beta distribution over the value of an answer and one over its success. Evidence loses weight with every further
/// outcome and with time, so that an old judgement never stands for ever. Thread-safe.
/// </summary>
internal sealed class Posterior(double decay, TimeSpan halfLife, TimeProvider time)
{
    /// <summary>What is expected of a model before anything was seen or said of it.</summary>
    public const double Prior = 0.5;

    // What is expected weighs as one good and one bad outcome, as Laplace's rule of succession has it.
    private const double PriorOutcomes = 2;

    private readonly Lock _gate = new();

    // Means are read far more often than they change: fading is caught up with a thousand times in a half-life.
    private readonly long _step = Math.Max(1, (long)(halfLife.TotalSeconds / 1_000 * time.TimestampFrequency));
    private readonly double _halfLifeTicks = halfLife.TotalSeconds * time.TimestampFrequency;
    private long _fadedAt = time.GetTimestamp();
    private double _weight;
    private double _value;
    private double _successes;
    private double _mean = Prior;
    private double _reliability = Prior;
    private double _openness = 1 / PriorOutcomes;

    public void Add(double value, bool succeeded)
    {
        lock (_gate)
        {
            Fade(time.GetTimestamp());
            _weight = (_weight * decay) + 1;
            _value = (_value * decay) + value;
            _successes = (_successes * decay) + (succeeded ? 1 : 0);
            Publish();
        }
    }

    /// <summary>The means of value and success.</summary>
    /// <param name="now">A timestamp of the clock.</param>
    /// <param name="expected">The value that is expected without outcomes.</param>
    public (double Performance, double Reliability) MeansAt(long now, double expected)
    {
        if (now - Volatile.Read(ref _fadedAt) > _step)
        {
            lock (_gate)
            {
                Fade(now);
                Publish();
            }
        }

        return (Volatile.Read(ref _mean) + (PriorOutcomes * (expected - Prior) * Volatile.Read(ref _openness)), Volatile.Read(ref _reliability));
    }

    /// <summary>How many outcomes there still are, each with the weight that is left of it, and the sum of their values.</summary>
    /// <param name="now">A timestamp of the clock.</param>
    public (double Weight, double Value) EvidenceAt(long now)
    {
        lock (_gate)
        {
            Fade(now);
            Publish();
            return (_weight, _value);
        }
    }

    /// <summary>Puts evidence of the value in the place of what was seen; of success nothing is known then.</summary>
    public void Restore(double weight, double value)
    {
        lock (_gate)
        {
            Fade(time.GetTimestamp());
            (_weight, _value, _successes) = (weight, value, Prior * weight);
            Publish();
        }
    }

    /// <summary>One draw of value and success each.</summary>
    public (double Performance, double Reliability) DrawAt(long now, double expected, Random random)
    {
        lock (_gate)
        {
            Fade(now);
            return (Draw(_value, _weight, expected, random), Draw(_successes, _weight, Prior, random));
        }
    }

    /// <summary>One draw of what is believed without outcomes.</summary>
    public static (double Performance, double Reliability) DrawPrior(double expected, Random random) => (Draw(0, 0, expected, random), Draw(0, 0, Prior, random));

    private static double Draw(double good, double all, double expected, Random random) =>
        BetaSampler.Draw(good + (PriorOutcomes * expected), all - good + (PriorOutcomes * (1 - expected)), random);

    private void Fade(long now)
    {
        if (now > _fadedAt)
        {
            double left = Math.Pow(0.5, (now - _fadedAt) / _halfLifeTicks);
            _weight *= left;
            _value *= left;
            _successes *= left;
            Volatile.Write(ref _fadedAt, now);
        }
    }

    private void Publish()
    {
        Volatile.Write(ref _openness, 1 / (_weight + PriorOutcomes));
        Volatile.Write(ref _mean, (_value + (PriorOutcomes * Prior)) / (_weight + PriorOutcomes));
        Volatile.Write(ref _reliability, (_successes + (PriorOutcomes * Prior)) / (_weight + PriorOutcomes));
    }
}
