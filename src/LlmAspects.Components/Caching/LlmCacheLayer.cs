using System.Diagnostics.CodeAnalysis;
using BitFaster.Caching.Scheduler;
using LlmAspects.Components.Caching.SecondTier;
using LlmAspects.Components.Caching.Semantic;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>
/// Keeps answers under their complete key (W-TinyLFU admission), gives every caller a copy of its own, and lets equal requests share one call, streams too.
/// Errors are never kept. Thread-safe.
/// </summary>
[LlmComponent("llm_cache_layer")]
public sealed partial class LlmCacheLayer
{
    private readonly LlmCacheOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ICacheGenerations _generations;
    private readonly SecondCacheTier? _second;
    private readonly ExactTier _entries;
    private readonly SemanticTier? _similar;
    private readonly FlightTable _flights;
    private readonly CacheCounters _counters = new();

    /// <summary>Creates an empty cache.</summary>
    /// <param name="options">Size and time; <see langword="null"/> gives the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> is the system's.</param>
    /// <param name="secondTier">Answers that many processes share; <see langword="null"/> for this process alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public LlmCacheLayer(LlmCacheOptions? options = null, TimeProvider? timeProvider = null, SecondCacheTier? secondTier = null)
    {
        _options = (options ?? new LlmCacheOptions()).Validated();
        _timeProvider = timeProvider ?? TimeProvider.System;
        _second = secondTier;
        _generations = secondTier?.Generations ?? new LocalCacheGenerations(_options.MaxEntries);
        IScheduler scheduler = _options.ForegroundMaintenance ? new ForegroundScheduler() : new ThreadPoolScheduler();
        _entries = new ExactTier(_options.MaxEntries, _timeProvider, _generations, _counters, scheduler);
        _similar = _options.Semantic is { } semantic ? new SemanticTier(semantic, _options.MaxEntries, _entries) : null;
        _flights = new FlightTable(_options.MaxEntryBytes);
    }

    internal int Capacity => _options.MaxEntries;

    /// <summary>Looks an answer up in this process; with a second tier, only <see cref="GetAsync"/> and what is built on it look for similar questions.</summary>
    /// <param name="key">The key of the request.</param>
    /// <param name="answer">The answer, a copy of the caller's own.</param>
    [ErrorContext, TracePerformance]
    public partial bool TryGet(in CacheKey key, [NotNullWhen(true)] out CachedAnswer? answer);

    /// <summary>Stores a fresh answer in this process, unless it is one that must not be stored: cut off, filtered, empty, with calls of functions, unanswered, badly grounded, too large, or by another model than the pinned one.</summary>
    /// <param name="key">The key of the request.</param>
    /// <param name="candidate">The answer; it is copied.</param>
    /// <param name="obstacle">Why it was not stored; <see langword="null"/> when it was.</param>
    /// <returns>Whether it was stored.</returns>
    [ErrorContext, TracePerformance]
    public partial bool TrySet(in CacheKey key, CacheCandidate candidate, [NotNullWhen(false)] out string? obstacle);

    /// <summary>Looks an answer up in this process, then in the second tier.</summary>
    /// <param name="key">The key of the request.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The answer, a copy of the caller's own; <see langword="null"/> when there is none.</returns>
    [ErrorContext, TracePerformance]
    public partial ValueTask<CachedAnswer?> GetAsync(CacheKey key, CancellationToken cancellationToken = default);

    /// <summary>Stores a fresh answer in this process and in the second tier, under the rules of <see cref="TrySet"/>.</summary>
    /// <param name="key">The key of the request.</param>
    /// <param name="candidate">The answer; it is copied.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Why it was not stored; <see langword="null"/> when it was.</returns>
    [ErrorContext, TracePerformance]
    public partial ValueTask<string?> SetAsync(CacheKey key, CacheCandidate candidate, CancellationToken cancellationToken = default);

    /// <summary>Returns the stored answer, or makes it once for all who ask for it at the same time, and stores it.</summary>
    /// <param name="key">The key of the request.</param>
    /// <param name="create">Makes the answer; its token is cancelled when the last caller who waits has left.</param>
    /// <param name="cancellationToken">Ends this caller's wait; the call goes on while others wait.</param>
    /// <returns>A copy of the caller's own. What <paramref name="create"/> throws reaches everybody who waits, and is not kept.</returns>
    [ErrorContext, TracePerformance]
    public partial Task<CachedAnswer> GetOrCreateAsync(CacheKey key, Func<CancellationToken, Task<CacheCandidate>> create, CancellationToken cancellationToken = default);

    /// <summary>
    /// Streams the stored answer, or opens one stream for all who ask for it at the same time, and stores the answer when it is complete. Who comes late gets the stream from its start.
    /// The stream runs ahead of its readers by at most <see cref="LlmCacheOptions.MaxEntryBytes"/>; a longer one is joined by nobody new, not stored, and goes as fast as its slowest reader.
    /// </summary>
    /// <param name="key">The key of the request.</param>
    /// <param name="open">Opens the stream; its token is cancelled when the last reader has left.</param>
    /// <param name="complete">Makes the answer to store of the whole response; <see langword="null"/> takes the response as it is.</param>
    /// <param name="cancellationToken">Ends this caller's reading; the stream goes on while others read.</param>
    /// <returns>Updates of the caller's own. What the stream throws reaches everybody who reads, and is not kept.</returns>
    /// <exception cref="LlmCacheException">The stream is another caller's and has content that cannot be copied.</exception>
    [ErrorContext, TracePerformance]
    public partial IAsyncEnumerable<ChatResponseUpdate> GetOrStreamAsync(
        CacheKey key, Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> open, Func<ChatResponse, CacheCandidate>? complete = null, CancellationToken cancellationToken = default);

    /// <summary>Drops one entry of this process; what other processes have is invalidated by tenant or tag.</summary>
    /// <param name="key">The key of the request.</param>
    /// <returns>Whether there was one.</returns>
    [ErrorContext, TracePerformance]
    public partial bool Remove(in CacheKey key);

    /// <summary>Invalidates every answer of a tenant, also those that are being made now.</summary>
    /// <param name="tenant">Whose answers; <c>""</c> is a tenant of its own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many entries of this process there were.</returns>
    [ErrorContext, TracePerformance]
    public partial ValueTask<int> InvalidateTenantAsync(string tenant, CancellationToken cancellationToken = default);

    /// <summary>Invalidates every answer of a tenant with a tag, also those that are being made now.</summary>
    /// <param name="tenant">Whose answers; <c>""</c> is a tenant of its own.</param>
    /// <param name="tag">The tag; see <see cref="LlmChatOptions.CacheTags"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How many entries of this process there were.</returns>
    [ErrorContext, TracePerformance]
    public partial ValueTask<int> InvalidateTagAsync(string tenant, string tag, CancellationToken cancellationToken = default);

    /// <summary>Drops the entries whose time is over, which otherwise stay until they are asked for or make room.</summary>
    /// <returns>How many there were.</returns>
    [ErrorContext, TracePerformance]
    public partial int RemoveExpired();

    /// <summary>
    /// Tells whether a <see cref="CacheOutcome.Similar"/> answer was right. From these labels each tenant's threshold is learned: the least similarity whose rate of wrong answers is below
    /// <see cref="SemanticCacheOptions.MaxFalseHitRate"/> with <see cref="SemanticCacheOptions.Confidence"/>; a similarity that proves too bad is not served any more. Nothing happens when the semantic tier is off.
    /// </summary>
    /// <param name="tenant">Whose answer it was.</param>
    /// <param name="similarity">The <see cref="CachedAnswer.Similarity"/>, from 0 to 1.</param>
    /// <param name="wasRight">Whether it answered the question.</param>
    /// <exception cref="ArgumentOutOfRangeException">The similarity is out of range.</exception>
    [ErrorContext, TracePerformance]
    public partial void ReportSimilarHit(string tenant, double similarity, bool wasRight);

    /// <summary>What the cache did so far.</summary>
    [ErrorContext, TracePerformance]
    public partial CacheStatistics GetStatistics();

    private bool RemoveCore(in CacheKey key) => _entries.Remove(key);

    private ValueTask<int> InvalidateTenantCoreAsync(string tenant, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return InvalidateAsync(CacheScopes.OfTenant(tenant), cancellationToken);
    }

    private ValueTask<int> InvalidateTagCoreAsync(string tenant, string tag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(tag);
        return InvalidateAsync(CacheScopes.OfTag(tenant, tag), cancellationToken);
    }

    private async ValueTask<int> InvalidateAsync(string scope, CancellationToken cancellationToken)
    {
        await _generations.AdvanceAsync(scope, cancellationToken).ConfigureAwait(false);
        return _entries.RemoveScope(scope);
    }

    private void ReportSimilarHitCore(string tenant, double similarity, bool wasRight)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        if (similarity is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(similarity), similarity, "A similarity is from 0 to 1.");
        }

        _similar?.Learn(tenant, similarity, wasRight);
    }

    private int RemoveExpiredCore() => _entries.RemoveExpired();

    private CacheStatistics GetStatisticsCore() => Snapshot();

    internal CacheStatistics Snapshot() => _counters.Snapshot(_entries.Count, _entries.Evicted);
}
