namespace LlmAspects.Components.Failover;

/// <summary>Calls and failures of the last stretch of time, in thirty buckets. Not thread-safe.</summary>
internal sealed class FailureWindow(TimeSpan length)
{
    private const int Buckets = 30;

    private readonly long[] _slots = new long[Buckets];
    private readonly int[] _calls = new int[Buckets];
    private readonly int[] _failures = new int[Buckets];
    private readonly long _slotTicks = Math.Max(1, length.Ticks / Buckets);

    public void Add(TimeSpan now, bool failed)
    {
        long slot = SlotOf(now);
        int bucket = (int)(slot % Buckets);
        if (_slots[bucket] != slot)
        {
            (_slots[bucket], _calls[bucket], _failures[bucket]) = (slot, 0, 0);
        }

        _calls[bucket]++;
        _failures[bucket] += failed ? 1 : 0;
    }

    public (int Calls, int Failures) Count(TimeSpan now)
    {
        long slot = SlotOf(now);
        int calls = 0;
        int failures = 0;
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            if (slot - _slots[bucket] < Buckets)
            {
                calls += _calls[bucket];
                failures += _failures[bucket];
            }
        }

        return (calls, failures);
    }

    public void Clear()
    {
        Array.Clear(_calls);
        Array.Clear(_failures);
    }

    private long SlotOf(TimeSpan now) => now.Ticks / _slotTicks;
}
