namespace LlmAspects.Components.Caching;

/// <summary>The counts of a cache. Thread-safe.</summary>
internal sealed class CacheCounters
{
    /// <summary>One look-up in so many is timed: two readings of the clock would be a good part of it.</summary>
    private const int TimedEvery = 64;

    /// <summary>Money is counted in so many parts of a dollar, which is exact for prices of a ten-thousandth of a dollar for a million tokens: a lock would be a tenth of the time of a hit.</summary>
    private const decimal PartsOfADollar = 10_000_000_000m;

    private long _costSaved;
    private long _tokensSaved;
    private long _ticksSaved;
    private long _hits;
    private long _similar;
    private long _misses;
    private long _joined;
    private long _stored;
    private long _rejected;
    private long _expired;
    private long _invalidated;
    private long _timedLookups;
    private long _lookupTicks;
    private long _timedCalls;
    private long _callTicks;

    /// <summary>Whether the look-up that begins now is one that is timed.</summary>
    public bool IsTimed() => (Volatile.Read(ref _hits) + Volatile.Read(ref _misses)) % TimedEvery == 0;

    public void Hit(CacheEntry entry)
    {
        Interlocked.Increment(ref _hits);
        Save(entry.CostParts, entry.Tokens, entry.Duration);
    }

    public void Similar(CacheEntry entry)
    {
        Interlocked.Increment(ref _similar);
        Hit(entry);
    }

    /// <summary>A look-up that had missed found the answer after all: it came in meanwhile, or from the second tier.</summary>
    public void Recovered(FoundEntry found)
    {
        Interlocked.Decrement(ref _misses);
        if (found.Similarity is null)
        {
            Hit(found.Entry);
        }
        else
        {
            Similar(found.Entry);
        }
    }

    public void Joined(CacheCandidate shared)
    {
        Interlocked.Increment(ref _joined);
        Save(ToParts(shared.Cost), CacheEntry.TokensOf(shared.Response.Usage), shared.Duration);
    }

    public void Missed() => Interlocked.Increment(ref _misses);

    public void Stored() => Interlocked.Increment(ref _stored);

    public void Rejected() => Interlocked.Increment(ref _rejected);

    public void Expired() => Interlocked.Increment(ref _expired);

    public void Invalidated(int count = 1) => Interlocked.Add(ref _invalidated, count);

    public void LookupTook(TimeSpan time)
    {
        Interlocked.Increment(ref _timedLookups);
        Interlocked.Add(ref _lookupTicks, time.Ticks);
    }

    public void CallTook(TimeSpan time)
    {
        Interlocked.Increment(ref _timedCalls);
        Interlocked.Add(ref _callTicks, time.Ticks);
    }

    public CacheStatistics Snapshot(int count, long evicted)
    {
        return new CacheStatistics
        {
            Hits = Volatile.Read(ref _hits),
            Similar = Volatile.Read(ref _similar),
            Misses = Volatile.Read(ref _misses),
            Joined = Volatile.Read(ref _joined),
            Stored = Volatile.Read(ref _stored),
            Rejected = Volatile.Read(ref _rejected),
            Expired = Volatile.Read(ref _expired),
            Invalidated = Volatile.Read(ref _invalidated),
            Evicted = evicted,
            Count = count,
            CostSaved = Volatile.Read(ref _costSaved) / PartsOfADollar,
            TokensSaved = Volatile.Read(ref _tokensSaved),
            TimeSaved = new TimeSpan(Volatile.Read(ref _ticksSaved)),
            MeanLookupTime = Mean(ref _lookupTicks, ref _timedLookups),
            MeanCallTime = Mean(ref _callTicks, ref _timedCalls),
        };
    }

    private static TimeSpan? Mean(ref long ticks, ref long count) => Volatile.Read(ref count) is > 0 and var of ? new TimeSpan(Volatile.Read(ref ticks) / of) : null;

    private void Save(long cost, long tokens, TimeSpan? time)
    {
        Interlocked.Add(ref _tokensSaved, tokens);
        Interlocked.Add(ref _ticksSaved, time?.Ticks ?? 0);
        Interlocked.Add(ref _costSaved, cost);
    }

    /// <summary>A price in the parts that are counted.</summary>
    public static long ToParts(decimal? cost) => cost is > 0 ? (long)(Math.Min(cost.Value, long.MaxValue / PartsOfADollar / 1_000) * PartsOfADollar) : 0;
}
