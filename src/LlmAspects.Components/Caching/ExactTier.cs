using BitFaster.Caching.Lfu;
using BitFaster.Caching.Scheduler;

namespace LlmAspects.Components.Caching;

/// <summary>The entries of this process under their complete keys: bounded, admitted by frequency (W-TinyLFU). Thread-safe.</summary>
internal sealed class ExactTier
{
    private readonly ConcurrentLfu<CacheKey, CacheEntry> _entries;
    private readonly ExpiryClock _clock;
    private readonly ICacheGenerations _generations;
    private readonly CacheCounters _counters;

    public ExactTier(int capacity, TimeProvider time, ICacheGenerations generations, CacheCounters counters, IScheduler scheduler)
    {
        _clock = new ExpiryClock(time);
        _generations = generations;
        _counters = counters;
        _entries = new ConcurrentLfu<CacheKey, CacheEntry>(Environment.ProcessorCount, capacity, scheduler, EqualityComparer<CacheKey>.Default);
    }

    public int Count => _entries.Count;

    public long Evicted => _entries.Metrics.Value?.Evicted ?? 0;

    /// <summary>The scopes of the key's entry when their generations are not known here, so that <see cref="Find"/> could not tell; else null.</summary>
    public string[]? NeedsGenerations(in CacheKey key) =>
        _entries.TryGet(key, out CacheEntry? entry) && entry.Stamp.IsCurrent(_generations) is null ? entry.Stamp.Scopes : null;

    /// <summary>The entry, if there is one that may be served now.</summary>
    public CacheEntry? Find(in CacheKey key)
    {
        if (!_entries.TryGet(key, out CacheEntry? entry))
        {
            return null;
        }

        if (entry.Deadline <= _clock.Now)
        {
            if (Drop(key, entry))
            {
                _counters.Expired();
            }

            return null;
        }

        switch (entry.Stamp.IsCurrent(_generations))
        {
            case true:
                return entry;
            case false when Drop(key, entry):
                _counters.Invalidated();
                return null;
            default:
                return null;
        }
    }

    public void Put(in CacheKey key, CacheEntry entry)
    {
        entry.Deadline = _clock.Of(entry.ExpiresAt);
        _entries.AddOrUpdate(key, entry);
    }

    public bool Remove(in CacheKey key) => _entries.TryRemove(key);

    /// <summary>Drops the entries of a tenant or tag.</summary>
    public int RemoveScope(string scope)
    {
        int removed = RemoveWhere(entry => entry.Stamp.Scopes.AsSpan().Contains(scope));
        _counters.Invalidated(removed);
        return removed;
    }

    /// <summary>Drops the entries whose time is over.</summary>
    public int RemoveExpired()
    {
        long now = _clock.Now;
        return RemoveWhere(entry => entry.Deadline <= now);
    }

    private int RemoveWhere(Func<CacheEntry, bool> isOut) => _entries.Count(pair => isOut(pair.Value) && Drop(pair.Key, pair.Value));

    private bool Drop(in CacheKey key, CacheEntry entry) => _entries.TryRemove(new KeyValuePair<CacheKey, CacheEntry>(key, entry));
}
