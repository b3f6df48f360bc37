using System.Diagnostics.CodeAnalysis;

namespace LlmAspects.Components.Caching;

// Looking up and storing.
public sealed partial class LlmCacheLayer
{
    private bool TryGetCore(in CacheKey key, [NotNullWhen(true)] out CachedAnswer? answer)
    {
        if (!_counters.IsTimed())
        {
            return Find(key, out answer);
        }

        long start = _timeProvider.GetTimestamp();
        bool found = Find(key, out answer);
        _counters.LookupTook(_timeProvider.GetElapsedTime(start));
        return found;
    }

    private bool Find(in CacheKey key, [NotNullWhen(true)] out CachedAnswer? answer)
    {
        if (_entries.Find(key) is { } entry)
        {
            _counters.Hit(entry);
            answer = entry.ToAnswer(CacheOutcome.Hit);
            return true;
        }

        // Equal before similar: with a second tier, that one is asked first.
        if (_second is null && _similar?.Find(key) is { } similar)
        {
            _counters.Similar(similar.Entry);
            answer = similar.ToAnswer();
            return true;
        }

        _counters.Missed();
        answer = null;
        return false;
    }

    private bool TrySetCore(in CacheKey key, CacheCandidate candidate, [NotNullWhen(false)] out string? obstacle)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return Store(key, candidate, CacheStamp.TryTake(key.Scopes, _generations), out obstacle) is not null;
    }

    private async ValueTask<CachedAnswer?> GetCoreAsync(CacheKey key, CancellationToken cancellationToken)
    {
        await PrepareAsync(key, cancellationToken).ConfigureAwait(false);
        if (TryGet(key, out CachedAnswer? answer))
        {
            return answer;
        }

        return _second is not null && await FindAgainAsync(key, cancellationToken).ConfigureAwait(false) is { } found ? Recover(found) : null;
    }

    private CachedAnswer Recover(FoundEntry found)
    {
        _counters.Recovered(found);
        return found.ToAnswer();
    }

    private async ValueTask<string?> SetCoreAsync(CacheKey key, CacheCandidate candidate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        CacheEntry? entry = Store(key, candidate, await StampAsync(key, cancellationToken).ConfigureAwait(false), out string? obstacle);
        if (entry is not null && _second is not null)
        {
            await _second.StoreAsync(key, entry, cancellationToken).ConfigureAwait(false);
        }

        return obstacle;
    }

    // What was invalidated elsewhere must be known before an entry of this process is served. When it cannot be had, the entry is a miss.
    private async ValueTask PrepareAsync(CacheKey key, CancellationToken cancellationToken)
    {
        if (_second is not null && _entries.NeedsGenerations(key) is { } scopes)
        {
            await _second.StampAsync(scopes, cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueTask<CacheStamp?> StampAsync(in CacheKey key, CancellationToken cancellationToken) =>
        _second is null ? ValueTask.FromResult(CacheStamp.TryTake(key.Scopes, _generations)) : _second.StampAsync(key.Scopes, cancellationToken);

    // A call may have ended between the look-up and this one, here or in another process.
    private async ValueTask<FoundEntry?> FindAgainAsync(CacheKey key, CancellationToken cancellationToken)
    {
        if (_entries.Find(key) is { } here)
        {
            return new FoundEntry(here);
        }

        if (_second is null)
        {
            return null;
        }

        if (await _second.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } elsewhere)
        {
            Keep(key, elsewhere);
            return new FoundEntry(elsewhere);
        }

        return _similar?.Find(key);
    }

    private void Keep(in CacheKey key, CacheEntry entry)
    {
        _entries.Put(key, entry);
        _similar?.Add(key);
    }

    private CacheEntry? Store(in CacheKey key, CacheCandidate candidate, CacheStamp? stamp, out string? obstacle)
    {
        obstacle = StorageRules.FindObstacle(candidate, _options) ?? StorageRules.FindSizeObstacle(key, candidate, _options);
        if (stamp is null)
        {
            obstacle ??= "What was invalidated is not known at present.";
        }
        else if (obstacle is null && ResponseCopy.Of(candidate.Response) is { } copy)
        {
            var entry = new CacheEntry(copy, stamp, _timeProvider.GetUtcNow() + _options.TimeToLive) { Quality = candidate.Quality, Cost = candidate.Cost, Duration = candidate.Duration };
            Keep(key, entry);
            _counters.Stored();
            return entry;
        }

        obstacle ??= "It has content that cannot be copied.";
        _counters.Rejected();
        return null;
    }
}
