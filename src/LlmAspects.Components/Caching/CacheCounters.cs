namespace LlmAspects.Components.Caching;

/// <summary>The counts of a cache. Thread-safe.</summary>
internal sealed class CacheCounters
{
    private readonly Lock _money = new();
    private decimal _costSaved;
    private long _hits;
    private long _misses;
    private long _joined;
    private long _stored;
    private long _rejected;
    private long _expired;

    public void Hit(decimal? cost)
    {
        Interlocked.Increment(ref _hits);
        Save(cost);
    }

    public void Joined(decimal? cost)
    {
        Interlocked.Increment(ref _joined);
        Save(cost);
    }

    public void Missed() => Interlocked.Increment(ref _misses);

    public void Stored() => Interlocked.Increment(ref _stored);

    public void Rejected() => Interlocked.Increment(ref _rejected);

    public void Expired() => Interlocked.Increment(ref _expired);

    public CacheStatistics Snapshot(int count, long evicted)
    {
        lock (_money)
        {
            return new CacheStatistics
            {
                Hits = Volatile.Read(ref _hits),
                Misses = Volatile.Read(ref _misses),
                Joined = Volatile.Read(ref _joined),
                Stored = Volatile.Read(ref _stored),
                Rejected = Volatile.Read(ref _rejected),
                Expired = Volatile.Read(ref _expired),
                Evicted = evicted,
                Count = count,
                CostSaved = _costSaved,
            };
        }
    }

    private void Save(decimal? cost)
    {
        if (cost is > 0)
        {
            lock (_money)
            {
                _costSaved += cost.Value;
            }
        }
    }
}
