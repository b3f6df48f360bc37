namespace LlmAspects.Components.Failover;

/// <summary>Exponential delays with jitter: half of base * 2^n is certain, the other half random. Thread-safe.</summary>
internal sealed class Backoff(TimeSpan baseDelay, TimeSpan maxDelay, Random random)
{
    private const int LongestDoubling = 30;

    private readonly Lock _gate = new();

    public TimeSpan Delay(int repetition)
    {
        double full = Math.Min(maxDelay.TotalMilliseconds, baseDelay.TotalMilliseconds * (1L << Math.Min(repetition, LongestDoubling)));
        lock (_gate)
        {
            return TimeSpan.FromMilliseconds(full * (0.5 + (0.5 * random.NextDouble())));
        }
    }
}
