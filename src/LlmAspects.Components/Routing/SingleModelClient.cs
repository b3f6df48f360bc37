using System.Runtime.CompilerServices;
using LlmAspects.Components.Failover;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Routing;

/// <summary>Calls one model of the catalogue, once, and names it in what it answers. Not disposed: its client belongs to others.</summary>
internal sealed class SingleModelClient(IChatClient client, ModelInfo model) : DelegatingChatClient(client)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        ServedMark.Put(await base.GetResponseAsync(messages, For(options), cancellationToken).ConfigureAwait(false), model);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ChatResponseUpdate update in base.GetStreamingResponseAsync(messages, For(options), cancellationToken).ConfigureAwait(false))
        {
            yield return ServedMark.Put(update, model);
        }
    }

    private ChatOptions For(ChatOptions? options)
    {
        ChatOptions own = LlmChatOptions.From(options).Clone();
        own.ModelId = model.Id;
        return own;
    }
}
