using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>Puts the cache layer in front of a chat client, for those who use it without a pipeline.</summary>
public static class LlmCacheChatClientExtensions
{
    /// <summary>
    /// Answers from the cache what was answered before, and lets equal requests share one call, streams too. <see cref="LlmChatOptions"/> tells tenant, tags and <see cref="CacheMode"/>; a request with
    /// a deadline, a cost limit or attempts of its own reads and stores but shares no call. What cannot be compared goes to the client. <c>GetService</c> returns the cache. Thread-safe.
    /// </summary>
    /// <param name="builder">What is built so far; it is asked on a miss. Put tool invocation before the cache: calls of functions are never stored.</param>
    /// <param name="cache">The cache; it may be shared by clients of different models.</param>
    /// <param name="policyVersion">Changes with everything that changes which model answers a request that names none. The default is <see langword="null"/>: provider, address and default model of the client.</param>
    /// <param name="costOf">The price of a response in US dollars, <see langword="null"/> where it is not known: what a hit saves. The default is <see langword="null"/>: no price is known.</param>
    /// <returns>The same builder.</returns>
    public static ChatClientBuilder UseLlmCache(this ChatClientBuilder builder, LlmCacheLayer cache, string? policyVersion = null, Func<ChatResponse, decimal?>? costOf = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(cache);
        return builder.Use(inner => new LlmCachingChatClient(inner, cache, CacheTarget.Auto(policyVersion ?? VersionOf(inner)), costOf));
    }

    private static string VersionOf(IChatClient client) => client.GetService(typeof(ChatClientMetadata)) is ChatClientMetadata metadata
        ? $"{metadata.ProviderName}\n{metadata.ProviderUri}\n{metadata.DefaultModelId}"
        : "";
}
