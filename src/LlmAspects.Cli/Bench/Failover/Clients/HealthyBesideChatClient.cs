using LlmAspects.Cli.Bench.FaultWall;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Bench.Failover.Clients;

/// <summary>A client under test, and beside it the model that never fails: it answers when it is named, and is no fallback of the others.</summary>
internal sealed class HealthyBesideChatClient(IChatClient tested, IChatClient healthy) : DelegatingChatClient(tested)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        For(options).GetResponseAsync(messages, options, cancellationToken);

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        For(options).GetStreamingResponseAsync(messages, options, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            healthy.Dispose();
        }

        base.Dispose(disposing);
    }

    private IChatClient For(ChatOptions? options) => options?.ModelId == WallModels.Healthy ? healthy : InnerClient;
}
