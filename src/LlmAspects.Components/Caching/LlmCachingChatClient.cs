using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>The cache in front of a chat client. Both calls go past the base class, whose key has neither tenant nor whole options, and which knows no shared calls. Thread-safe.</summary>
/// <param name="inner">Asked on a miss.</param>
/// <param name="cache">The cache.</param>
/// <param name="automatic">What a request without a model asks for.</param>
/// <param name="costOf">The price of a response.</param>
internal sealed class LlmCachingChatClient(IChatClient inner, LlmCacheLayer cache, CacheTarget automatic, Func<ChatResponse, decimal?>? costOf) : CachingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        IReadOnlyList<ChatMessage> conversation = [.. messages];
        CachedAnswer answer = await RequestOf(conversation, options).AnswerAsync(
            async token => Complete(await InnerClient.GetResponseAsync(conversation, options, token).ConfigureAwait(false), options), cancellationToken).ConfigureAwait(false);
        return answer.Response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        IReadOnlyList<ChatMessage> conversation = [.. messages];
        var call = new StreamCall(token => InnerClient.GetStreamingResponseAsync(conversation, options, token), response => Complete(response, options));
        await foreach (ChatResponseUpdate update in RequestOf(conversation, options).StreamAsync(call, ended: null, cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(cache) ? cache : base.GetService(serviceType, serviceKey);
    }

    // The base class reads and writes through these only in the calls that are overridden.
    protected override string GetCacheKey(IEnumerable<ChatMessage> messages, ChatOptions? options, params ReadOnlySpan<object?> additionalValues) => throw new UnreachableException();

    protected override Task<ChatResponse?> ReadCacheAsync(string key, CancellationToken cancellationToken) => throw new UnreachableException();

    protected override Task<IReadOnlyList<ChatResponseUpdate>?> ReadCacheStreamingAsync(string key, CancellationToken cancellationToken) => throw new UnreachableException();

    protected override Task WriteCacheAsync(string key, ChatResponse value, CancellationToken cancellationToken) => throw new UnreachableException();

    protected override Task WriteCacheStreamingAsync(string key, IReadOnlyList<ChatResponseUpdate> value, CancellationToken cancellationToken) => throw new UnreachableException();

    private CachedRequest RequestOf(IReadOnlyList<ChatMessage> conversation, ChatOptions? options)
    {
        var scope = LlmChatOptions.From(options);
        CacheTarget target = scope.ModelId is { } pinned ? CacheTarget.Pinned(pinned) : automatic;
        CacheKey? known = scope.CacheMode != CacheMode.Bypass && CacheKey.TryCreate(target, conversation, scope, out CacheKey key, out _) ? key : null;
        return new CachedRequest(cache, known, scope);
    }

    // A client that does not say which model served is taken at its word.
    private CacheCandidate Complete(ChatResponse response, ChatOptions? options) =>
        new(response) { PinnedModelId = response.ModelId is null ? null : options?.ModelId, Cost = costOf?.Invoke(response) };
}
