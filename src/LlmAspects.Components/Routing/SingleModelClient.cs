using System.Runtime.CompilerServices;
using LlmAspects.Components.Failover;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Routing;

/// <summary>Calls one model of the catalogue, once and within the deadline, and names it in what it answers. Not disposed: its client belongs to others.</summary>
internal sealed class SingleModelClient(IChatClient client, ModelInfo model, TimeProvider time) : DelegatingChatClient(client)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        LlmChatOptions own = For(options);
        using var deadline = new CallDeadline(own.Deadline, model, time, cancellationToken);
        try
        {
            return ServedMark.Put(await base.GetResponseAsync(messages, own, deadline.Token).ConfigureAwait(false), model);
        }
        catch (OperationCanceledException) when (deadline.HasCome)
        {
            throw deadline.Missed();
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        LlmChatOptions own = For(options);
        using var deadline = new CallDeadline(own.Deadline, model, time, cancellationToken);
        IAsyncEnumerator<ChatResponseUpdate> updates = base.GetStreamingResponseAsync(messages, own, deadline.Token).GetAsyncEnumerator(deadline.Token);
        await using ConfiguredAsyncDisposable ending = updates.ConfigureAwait(false);
        while (await MoveAsync(updates, deadline).ConfigureAwait(false))
        {
            yield return ServedMark.Put(updates.Current, model);
        }
    }

    private static async ValueTask<bool> MoveAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CallDeadline deadline)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.HasCome)
        {
            throw deadline.Missed();
        }
    }

    private LlmChatOptions For(ChatOptions? options)
    {
        var own = (LlmChatOptions)LlmChatOptions.From(options).Clone();
        own.ModelId = model.Id;
        return own;
    }
}
