using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Ask;

/// <summary>Fails like an overloaded server while it is armed, so that retry and failover can be seen without one.</summary>
/// <param name="inner">The model behind it.</param>
/// <param name="modelId">The name under which answers are given.</param>
internal sealed class FaultInjectingChatClient(IChatClient inner, string modelId) : DelegatingChatClient(inner)
{
    private volatile bool _armed;

    /// <summary>Whether calls fail with status 503.</summary>
    public bool Armed
    {
        get => _armed;
        set => _armed = value;
    }

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ThrowIfArmed();
        ChatResponse response = await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        response.ModelId = modelId;
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ThrowIfArmed();
        await foreach (ChatResponseUpdate update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
        {
            update.ModelId = modelId;
            yield return update;
        }
    }

    private void ThrowIfArmed()
    {
        if (Armed)
        {
            throw new HttpRequestException("Injected fault: the server is overloaded (503).", inner: null, HttpStatusCode.ServiceUnavailable);
        }
    }
}
