using System.Runtime.InteropServices;

namespace LlmAspects.Components.Caching;

/// <summary>The counts of a cache. Thread-safe. What every look-up counts is kept by processor, so that threads do not wait for each other's numbers.</summary>
internal sealed class CacheCounters
{
    /// <summary>One look-up in so many is timed: two readings of the clock would be a good part of it.</summary>
    private const int TimedEvery = 64;

    /// <summary>Money is counted in so many parts of a dollar, which is exact for prices of a ten-thousandth of a dollar for a million tokens: a lock would be a tenth of the time of a hit.</summary>
    private const decimal PartsOfADollar = 10_000_000_000m;

    private readonly Cell[] _cells = new Cell[Environment.ProcessorCount];
    private long _similar;
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
    public bool IsTimed()
    {
        ref Cell cell = ref Current();
        return (Volatile.Read(ref cell.Hits) + Volatile.Read(ref cell.Misses)) % TimedEvery == 0;
    }

    public void Hit(CacheEntry entry)
    {
        ref Cell cell = ref Current();
        Interlocked.Increment(ref cell.Hits);
        cell.Save(entry.CostParts, entry.Tokens, entry.Duration);
    }

    public void Similar(CacheEntry entry)
    {
        Interlocked.Increment(ref _similar);
        Hit(entry);
    }

    /// <summary>A look-up that had missed found the answer after all: it came in meanwhile, or from the second tier.</summary>
    public void Recovered(FoundEntry found)
    {
        Interlocked.Decrement(ref Current().Misses);
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
        Current().Save(ToParts(shared.Cost), CacheEntry.TokensOf(shared.Response.Usage), shared.Duration);
    }

    public void Missed() => Interlocked.Increment(ref Current().Misses);

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
        Cell sum = default;
        foreach (ref Cell cell in _cells.AsSpan())
        {
            sum.Add(in cell);
        }

        return new CacheStatistics
        {
            Hits = sum.Hits,
            Similar = Volatile.Read(ref _similar),
            Misses = sum.Misses,
            Joined = Volatile.Read(ref _joined),
            Stored = Volatile.Read(ref _stored),
            Rejected = Volatile.Read(ref _rejected),
            Expired = Volatile.Read(ref _expired),
            Invalidated = Volatile.Read(ref _invalidated),
            Evicted = evicted,
            Count = count,
            CostSaved = sum.Cost / PartsOfADollar,
            TokensSaved = sum.Tokens,
            TimeSaved = new TimeSpan(sum.Ticks),
            MeanLookupTime = Mean(ref _lookupTicks, ref _timedLookups),
            MeanCallTime = Mean(ref _callTicks, ref _timedCalls),
        };
    }

    private static TimeSpan? Mean(ref long ticks, ref long count) => Volatile.Read(ref count) is > 0 and var of ? new TimeSpan(Volatile.Read(ref ticks) / of) : null;

    private ref Cell Current() => ref _cells[(uint)Thread.GetCurrentProcessorId() % (uint)_cells.Length];

    /// <summary>A price in the parts that are counted.</summary>
    public static long ToParts(decimal? cost) => cost is > 0 ? (long)(Math.Min(cost.Value, long.MaxValue / PartsOfADollar / 1_000) * PartsOfADollar) : 0;

    /// <summary>What one processor counted; processors fetch cache lines in pairs.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 128)]
    private struct Cell
    {
        public long Hits;
        public long Misses;
        public long Cost;
        public long Tokens;
        public long Ticks;

        public void Save(long cost, long tokens, TimeSpan? time)
        {
            Interlocked.Add(ref Cost, cost);
            Interlocked.Add(ref Tokens, tokens);
            Interlocked.Add(ref Ticks, time?.Ticks ?? 0);
        }

        public void Add(ref readonly Cell other)
        {
            Hits += Volatile.Read(in other.Hits);
            Misses += Volatile.Read(in other.Misses);
            Cost += Volatile.Read(in other.Cost);
            Tokens += Volatile.Read(in other.Tokens);
            Ticks += Volatile.Read(in other.Ticks);
        }
    }
}
