using System.Diagnostics.CodeAnalysis;
using BitFaster.Caching.Lfu;
using BitFaster.Caching.Scheduler;

namespace LlmAspects.Components.Caching;

/// <summary>
/// Keeps answers under their complete key (W-TinyLFU admission), gives every caller a copy of its own, and lets equal requests share one call.
/// Errors are never kept. Thread-safe.
/// </summary>
[LlmComponent("llm_cache_layer")]
public sealed partial class LlmCacheLayer
{
    private readonly LlmCacheOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ConcurrentLfu<CacheKey, CacheEntry> _entries;
    private readonly FlightTable<CachedFlight> _flights = new();
    private readonly CacheCounters _counters = new();

    /// <summary>Creates an empty cache.</summary>
    /// <param name="options">Size and time; <see langword="null"/> gives the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> is the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public LlmCacheLayer(LlmCacheOptions? options = null, TimeProvider? timeProvider = null)
    {
        _options = (options ?? new LlmCacheOptions()).Validated();
        _timeProvider = timeProvider ?? TimeProvider.System;

        // Maintenance on the caller's thread: bounded at every moment, and no thread of its own to stop.
        _entries = new ConcurrentLfu<CacheKey, CacheEntry>(Environment.ProcessorCount, _options.MaxEntries, new ForegroundScheduler(), EqualityComparer<CacheKey>.Default);
    }

    internal int Capacity => _options.MaxEntries;

    /// <summary>Looks an answer up.</summary>
    /// <param name="key">The key of the request.</param>
    /// <param name="answer">The answer, a copy of the caller's own.</param>
    [ErrorContext, TracePerformance]
    public partial bool TryGet(in CacheKey key, [NotNullWhen(true)] out CachedAnswer? answer);

    /// <summary>Stores a fresh answer, unless it is one that must not be stored: cut off, filtered, empty, with calls of functions, unanswered, badly grounded, too large, or by another model than the pinned one.</summary>
    /// <param name="key">The key of the request.</param>
    /// <param name="candidate">The answer; it is copied.</param>
    /// <param name="obstacle">Why it was not stored; <see langword="null"/> when it was.</param>
    /// <returns>Whether it was stored.</returns>
    [ErrorContext, TracePerformance]
    public partial bool TrySet(in CacheKey key, CacheCandidate candidate, [NotNullWhen(false)] out string? obstacle);

    /// <summary>Returns the stored answer, or makes it once for all who ask for it at the same time, and stores it.</summary>
    /// <param name="key">The key of the request.</param>
    /// <param name="create">Makes the answer; its token is cancelled when the last caller who waits has left.</param>
    /// <param name="cancellationToken">Ends this caller's wait; the call goes on while others wait.</param>
    /// <returns>A copy of the caller's own. What <paramref name="create"/> throws reaches everybody who waits, and is not kept.</returns>
    [ErrorContext, TracePerformance]
    public partial Task<CachedAnswer> GetOrCreateAsync(CacheKey key, Func<CancellationToken, Task<CacheCandidate>> create, CancellationToken cancellationToken = default);

    /// <summary>Drops one entry.</summary>
    /// <param name="key">The key of the request.</param>
    /// <returns>Whether there was one.</returns>
    [ErrorContext, TracePerformance]
    public partial bool Remove(in CacheKey key);

    /// <summary>Drops every entry of a tenant.</summary>
    /// <param name="tenant">Whose entries; <c>""</c> is a tenant of its own.</param>
    /// <returns>How many there were.</returns>
    [ErrorContext, TracePerformance]
    public partial int Clear(string tenant);

    /// <summary>What the cache did so far.</summary>
    [ErrorContext, TracePerformance]
    public partial CacheStatistics GetStatistics();

    private bool TryGetCore(in CacheKey key, [NotNullWhen(true)] out CachedAnswer? answer)
    {
        answer = null;
        if (!_entries.TryGet(key, out CacheEntry? entry))
        {
            _counters.Missed();
            return false;
        }

        if (entry.ExpiresAt <= _timeProvider.GetUtcNow())
        {
            if (_entries.TryRemove(new KeyValuePair<CacheKey, CacheEntry>(key, entry)))
            {
                _counters.Expired();
            }

            _counters.Missed();
            return false;
        }

        _counters.Hit(entry.Cost);
        answer = entry.ToAnswer(CacheOutcome.Hit);
        return true;
    }

    private bool TrySetCore(in CacheKey key, CacheCandidate candidate, [NotNullWhen(false)] out string? obstacle)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        obstacle = StorageRules.FindObstacle(candidate, _options) ?? StorageRules.FindSizeObstacle(key, candidate, _options);
        if (obstacle is null && ResponseCopy.Of(candidate.Response) is { } copy)
        {
            _entries.AddOrUpdate(key, new CacheEntry(copy, candidate.Quality, candidate.Cost, _timeProvider.GetUtcNow() + _options.TimeToLive));
            _counters.Stored();
            return true;
        }

        obstacle ??= "It has content that cannot be copied.";
        _counters.Rejected();
        return false;
    }

    private async Task<CachedAnswer> GetOrCreateCoreAsync(CacheKey key, Func<CancellationToken, Task<CacheCandidate>> create, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(create);
        if (TryGet(key, out CachedAnswer? stored))
        {
            return stored;
        }

        (CachedFlight flight, bool joined) = await _flights.RunAsync(key, token => CreateAsync(key, create, token), cancellationToken).ConfigureAwait(false);
        if (!joined && !flight.WasStored)
        {
            return flight.ToAnswer();
        }

        if (flight.ToJoined() is { } shared)
        {
            _counters.Joined(flight.Candidate.Cost);
            return shared;
        }

        // Two callers must not hold one response: what cannot be copied is made anew.
        CacheCandidate own = await create(cancellationToken).ConfigureAwait(false);
        return own.ToAnswer(own.Response, CacheOutcome.Miss);
    }

    private async Task<CachedFlight> CreateAsync(CacheKey key, Func<CancellationToken, Task<CacheCandidate>> create, CancellationToken cancellationToken)
    {
        // A call may have ended between the look-up and this one.
        if (_entries.TryGet(key, out CacheEntry? entry) && entry.ExpiresAt > _timeProvider.GetUtcNow())
        {
            CachedAnswer stored = entry.ToAnswer(CacheOutcome.Hit);
            return new CachedFlight(new CacheCandidate(stored.Response) { Quality = stored.Quality, Cost = stored.Cost }, stored.Response) { WasStored = true };
        }

        CacheCandidate candidate = await create(cancellationToken).ConfigureAwait(false);
        TrySet(key, candidate, out _);
        return new CachedFlight(candidate, ResponseCopy.Of(candidate.Response));
    }

    private bool RemoveCore(in CacheKey key) => _entries.TryRemove(key);

    private int ClearCore(string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        int removed = 0;
        foreach (CacheKey key in _entries.Keys)
        {
            if (key.Tenant == tenant && _entries.TryRemove(key))
            {
                removed++;
            }
        }

        return removed;
    }

    private CacheStatistics GetStatisticsCore() => Snapshot();

    internal CacheStatistics Snapshot() => _counters.Snapshot(_entries.Count, _entries.Metrics.Value?.Evicted ?? 0);
}
