using System.Text.Json;
using Microsoft.Extensions.Caching.Distributed;

namespace LlmAspects.Components.Caching.SecondTier;

/// <summary>
/// Answers that many processes share, in a distributed cache. What is cut off, changed, forged or of another key is a miss; a store that fails or is slow is one too, and never an error of the caller.
/// Thread-safe.
/// </summary>
public sealed class SecondCacheTier
{
    private readonly IDistributedCache _store;
    private readonly SecondCacheTierOptions _options;
    private readonly CacheEnvelope _envelope;
    private readonly TimeProvider _time;
    private long _hits;
    private long _rejected;
    private long _failed;

    /// <summary>Creates a tier.</summary>
    /// <param name="store">Where the answers are. It must have no cache of its own in the process: that would be the stale one.</param>
    /// <param name="generations">What was invalidated, by the same store's processes.</param>
    /// <param name="options">Keys, limit and signature; <see langword="null"/> gives the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> is the system's.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public SecondCacheTier(IDistributedCache store, ICacheGenerations generations, SecondCacheTierOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(generations);
        _store = store;
        Generations = generations;
        _options = options ?? new SecondCacheTierOptions();
        _options.Validate();
        _envelope = new CacheEnvelope(_options.SigningKey);
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Look-ups that found an answer made by any process.</summary>
    public long Hits => Volatile.Read(ref _hits);

    /// <summary>Stored values that were cut off, changed, forged, of another version or of another key.</summary>
    public long Rejected => Volatile.Read(ref _rejected);

    /// <summary>Readings and writings that failed or took too long.</summary>
    public long Failed => Volatile.Read(ref _failed);

    /// <summary>What was invalidated.</summary>
    internal ICacheGenerations Generations { get; }

    /// <summary>The entry, if there is one that may be served now.</summary>
    internal async ValueTask<CacheEntry?> FindAsync(CacheKey key, CancellationToken cancellationToken)
    {
        byte[] hash = key.ToSha256();
        CacheEntry? entry = await TryAsync(async token => Open(hash, await _store.GetAsync(NameOf(hash), token).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
        if (entry is null || entry.ExpiresAt <= _time.GetUtcNow() || !entry.Stamp.Scopes.Contains(key.Scopes[0]))
        {
            return null;
        }

        long[]? now = await TryAsync(async token => await Generations.GetAsync(entry.Stamp.Scopes, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (now is null || !now.AsSpan().SequenceEqual(entry.Stamp.Generations))
        {
            return null;
        }

        Interlocked.Increment(ref _hits);
        return entry;
    }

    /// <summary>Stores an entry, if the store can.</summary>
    internal async ValueTask StoreAsync(CacheKey key, CacheEntry entry, CancellationToken cancellationToken)
    {
        byte[] hash = key.ToSha256();
        byte[] value = _envelope.Seal(hash, StoredEntryJson.Write(StoredEntry.Of(entry)));
        TimeSpan left = entry.ExpiresAt - _time.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            await TryAsync<object>(
                async token =>
                {
                    await _store.SetAsync(NameOf(hash), value, new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = left }, token).ConfigureAwait(false);
                    return null;
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The generations of now; null when they cannot be had.</summary>
    internal async ValueTask<CacheStamp?> StampAsync(string[] scopes, CancellationToken cancellationToken) =>
        await TryAsync<CacheStamp>(async token => await CacheStamp.TakeAsync(scopes, Generations, token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    internal async ValueTask RemoveAsync(CacheKey key, CancellationToken cancellationToken) =>
        await _store.RemoveAsync(NameOf(key.ToSha256()), cancellationToken).ConfigureAwait(false);

    private CacheEntry? Open(byte[] hash, byte[]? stored)
    {
        if (stored is null)
        {
            return null;
        }

        CacheEntry? entry = null;
        ReadOnlyMemory<byte> json = _envelope.Open(hash, stored);
        if (!json.IsEmpty)
        {
            try
            {
                entry = StoredEntryJson.Read(json.Span)?.ToEntry();
            }
            catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException)
            {
                // Of a program that writes another shape under the same version: as good as damaged.
            }
        }

        if (entry is null)
        {
            Interlocked.Increment(ref _rejected);
        }

        return entry;
    }

    // The store is a help: when it fails, the model is asked.
    private async ValueTask<T?> TryAsync<T>(Func<CancellationToken, Task<T?>> use, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await use(either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            Interlocked.Increment(ref _failed);
            return null;
        }
    }

    private string NameOf(byte[] hash) => _options.KeyPrefix + Convert.ToHexStringLower(hash);
}
