using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Ensembling;

/// <summary>A panel behind <see cref="IChatClient"/>. A stream gives the whole answer when the panel has decided: before, there is no answer to stream.</summary>
internal sealed class EnsembleChatClient(MultiModelEnsembler ensembler, AnswerKind kind) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        EnsembleResult result = await ensembler.AskAsync(new EnsembleRequest([.. messages]) { Options = options, Kind = kind }, cancellationToken).ConfigureAwait(false);
        return result.ToChatResponse();
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatResponse response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (ChatResponseUpdate update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? ensembler.Client.GetService(serviceType, serviceKey)
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(ensembler) ? ensembler
            : ensembler.Client.GetService(serviceType);
    }

    // The members' client belongs to whoever made it.
    public void Dispose()
    {
    }
}
