using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Caching;

/// <summary>An update of a shared stream: the caller who made the call gets it as it came, the others copies.</summary>
/// <param name="Original">As the model sent it.</param>
/// <param name="Copy">What copies are made of; <see langword="null"/> when it cannot be copied.</param>
internal sealed record StreamedUpdate(ChatResponseUpdate Original, ChatResponseUpdate? Copy)
{
    public static StreamedUpdate Of(ChatResponseUpdate original) => new(original, ResponseCopy.Of(original));

    /// <summary>What the whole answer is put together from. The caller may change the original meanwhile; objects beside the contents, such as the report of the attempts, are the answer's too.</summary>
    public ChatResponseUpdate ToPart()
    {
        if (Copy is null)
        {
            return Original;
        }

        ChatResponseUpdate part = ResponseCopy.Of(Copy)!;
        part.AdditionalProperties = Original.AdditionalProperties is { } properties ? new AdditionalPropertiesDictionary(properties) : null;
        part.ContinuationToken = Original.ContinuationToken;
        return part;
    }

    /// <summary>The update for one caller.</summary>
    /// <exception cref="LlmCacheException">It cannot be copied for a caller who joined.</exception>
    public ChatResponseUpdate For(bool leader) => leader ? Original : Copy is { } copy ? ResponseCopy.Of(copy)! : throw NotShareable();

    /// <summary>What a caller is told whose stream turns out to be another one's alone.</summary>
    public static LlmCacheException NotShareable() => new(
        "stream_not_shareable", "The stream is another caller's, and has content that cannot be copied. Ask again, or with CacheMode.Bypass.");
}
