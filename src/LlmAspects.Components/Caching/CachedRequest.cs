using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>One request and what it may do with the cache: the part that the pipeline and the chat client share.</summary>
/// <param name="cache">The cache.</param>
/// <param name="key">The key of the request; <see langword="null"/> when its answer must not be cached.</param>
/// <param name="options">The scope of the request.</param>
internal sealed class CachedRequest(LlmCacheLayer cache, CacheKey? key, LlmChatOptions options)
{
    // Limits of its own: such a request must neither wait for a call with other limits nor end that of others.
    private bool Shares => options is { CacheMode: CacheMode.ReadWrite, Deadline: null, CostLimit: null, AttemptBudget: null, AllowFallback: true };

    /// <summary>Finds the answer, or asks for it.</summary>
    public async Task<CachedAnswer> AnswerAsync(Func<CancellationToken, Task<CacheCandidate>> ask, CancellationToken cancellationToken)
    {
        if (key is { } shared && Shares)
        {
            return await cache.GetOrCreateAsync(shared, ask, cancellationToken).ConfigureAwait(false);
        }

        if (await FindAsync(cancellationToken).ConfigureAwait(false) is { } stored)
        {
            return stored;
        }

        CacheCandidate fresh = await ask(cancellationToken).ConfigureAwait(false);
        await StoreAsync(fresh, cancellationToken).ConfigureAwait(false);
        return fresh.ToAnswer();
    }

    /// <summary>Streams the answer that was found, or that is asked for.</summary>
    /// <param name="call">How the model is asked.</param>
    /// <param name="ended">Told the answer and whether it comes in one piece: then before its updates are made of it, else after the last update.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(StreamCall call, Action<CachedAnswer, bool>? ended, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CachedAnswer? stored = await FindAsync(cancellationToken).ConfigureAwait(false);
        if (stored is not null)
        {
            ended?.Invoke(stored, true);
        }

        IAsyncEnumerable<ChatResponseUpdate> updates = stored is not null ? stored.Response.ToChatResponseUpdates().ToAsyncEnumerable()
            : key is { } shared && Shares ? cache.StreamAsync(shared, call, ended, cancellationToken)
            : PassAsync(call, ended, cancellationToken);
        await foreach (ChatResponseUpdate update in updates.ConfigureAwait(false))
        {
            yield return update;
        }
    }

    private async IAsyncEnumerable<ChatResponseUpdate> PassAsync(StreamCall call, Action<CachedAnswer, bool>? ended, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var assembly = new StreamAssembly();
        await foreach (ChatResponseUpdate update in call.Open(cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            assembly.Add(update);
            yield return update;
        }

        CacheCandidate fresh = call.Complete(assembly.ToResponse());
        await StoreAsync(fresh, cancellationToken).ConfigureAwait(false);
        ended?.Invoke(fresh.ToAnswer(), false);
    }

    private ValueTask<CachedAnswer?> FindAsync(CancellationToken cancellationToken) =>
        options.CacheMode is CacheMode.ReadWrite or CacheMode.ReadOnly && key is { } known ? cache.GetAsync(known, cancellationToken) : ValueTask.FromResult<CachedAnswer?>(null);

    private async ValueTask StoreAsync(CacheCandidate fresh, CancellationToken cancellationToken)
    {
        if (options.CacheMode is CacheMode.ReadWrite or CacheMode.Refresh && key is { } known)
        {
            await cache.SetAsync(known, fresh, cancellationToken).ConfigureAwait(false);
        }
    }
}
