using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace LlmAspects.Components.Tests.Caching.SecondTier;

/// <summary>A distributed cache of this process, which tests may damage, break and stop.</summary>
internal sealed class MemoryStore : IDistributedCache
{
    public ConcurrentDictionary<string, byte[]> Values { get; } = new();

    public Exception? Error { get; set; }

    public Task Gate { get; set; } = Task.CompletedTask;

    public TimeSpan? Lifetime { get; private set; }

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        await OpenAsync();
        return Values.GetValueOrDefault(key);
    }

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await OpenAsync();
        Values[key] = value;
        Lifetime = options.AbsoluteExpirationRelativeToNow;
    }

    public byte[]? Get(string key) => throw new NotSupportedException();

    public void Refresh(string key) => throw new NotSupportedException();

    public Task RefreshAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Remove(string key) => throw new NotSupportedException();

    public Task RemoveAsync(string key, CancellationToken token = default) => throw new NotSupportedException();

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new NotSupportedException();

    private async Task OpenAsync()
    {
        await Gate;
        if (Error is not null)
        {
            throw Error;
        }
    }
}
