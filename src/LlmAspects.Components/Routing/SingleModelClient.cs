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
        Task<ChatResponse> answer = own.Deadline is { } deadline ? AskUntilAsync(deadline, messages, own, cancellationToken) : base.GetResponseAsync(messages, own, cancellationToken);
        return ServedMark.Put(await answer.ConfigureAwait(false), model);
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        LlmChatOptions own = For(options);
        IAsyncEnumerable<ChatResponseUpdate> updates =
            own.Deadline is { } deadline ? ReadUntilAsync(deadline, messages, own, cancellationToken) : base.GetStreamingResponseAsync(messages, own, cancellationToken);
        await foreach (ChatResponseUpdate update in updates.ConfigureAwait(false))
        {
            yield return ServedMark.Put(update, model);
        }
    }

    private async Task<ChatResponse> AskUntilAsync(DateTimeOffset deadline, IEnumerable<ChatMessage> messages, LlmChatOptions own, CancellationToken cancellationToken)
    {
        TimeSpan left = LeftUntil(deadline);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var call = new ValueTask<ChatResponse>(base.GetResponseAsync(messages, own, source.Token));
        return await CallLimit.WaitAsync(call, left, source, Missed, time, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<ChatResponseUpdate> ReadUntilAsync(
        DateTimeOffset deadline, IEnumerable<ChatMessage> messages, LlmChatOptions own, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TimeSpan left = LeftUntil(deadline);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reader = new UpdateReader(base.GetStreamingResponseAsync(messages, own, source.Token), source, time);
        await using ConfiguredAsyncDisposable ending = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(left, Missed, cancellationToken).ConfigureAwait(false))
        {
            yield return reader.Current;
            left = LeftUntil(deadline);
        }
    }

    private TimeSpan LeftUntil(DateTimeOffset deadline) => deadline - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : throw Missed();

    private ModelCallException Missed() => new(ErrorCategory.AttemptTimeout, $"The deadline came before model '{model.Id}' had answered.");

    private LlmChatOptions For(ChatOptions? options)
    {
        var own = (LlmChatOptions)LlmChatOptions.From(options).Clone();
        own.ModelId = model.Id;
        return own;
    }
}
