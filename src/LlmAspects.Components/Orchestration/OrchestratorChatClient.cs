using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>
/// An orchestrator behind <see cref="IChatClient"/>: the last message is the request, what stands before it the conversation. A stream tells the events while there is nothing to read, then the answer.
/// </summary>
internal sealed class OrchestratorChatClient(MultiLlmOrchestrator orchestrator, bool ownsClient) : DelegatingChatClient(orchestrator.Client)
{
    private const string WholeId = "answer";

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ChatMessage[] conversation = [.. messages];
        return RequestOf(conversation, options) is { } request
            ? ToResponse(await orchestrator.RunAsync(request, cancellationToken).ConfigureAwait(false))
            : await base.GetResponseAsync(conversation, options, cancellationToken).ConfigureAwait(false);
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ChatMessage[] conversation = [.. messages];
        if (RequestOf(conversation, options) is not { } request)
        {
            await foreach (ChatResponseUpdate update in base.GetStreamingResponseAsync(conversation, options, cancellationToken).ConfigureAwait(false))
            {
                yield return update;
            }

            yield break;
        }

        await foreach (WorkflowEvent one in orchestrator.StreamAsync(request, cancellationToken).ConfigureAwait(false))
        {
            yield return ResponseProperties.ToUpdate(ResponseProperties.WorkflowEvent, one, one.WorkflowId, modelId: null);
            foreach (ChatResponseUpdate update in one.Result is { Text: not null } result ? ToResponse(result).ToChatResponseUpdates() : [])
            {
                yield return update;
            }
        }
    }

    public override object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(orchestrator) ? orchestrator : base.GetService(serviceType, serviceKey);
    }

    protected override void Dispose(bool disposing) => base.Dispose(disposing && ownsClient);

    // An answer that must be JSON is not divided: joined texts are none. Anything but a text of the user goes on as it is.
    private static WorkflowRequest? RequestOf(ChatMessage[] messages, ChatOptions? options)
    {
        if (messages is not [.., var last] || last.Role != ChatRole.User || last.Contents.Any(static content => content is not TextContent) || string.IsNullOrWhiteSpace(last.Text))
        {
            return null;
        }

        WorkflowRequest request = options?.ResponseFormat is ChatResponseFormatJson format
            ? new WorkflowRequest(new Workflow([new WorkflowNode(WholeId, last.Text) { ResponseFormat = format }]))
            : new WorkflowRequest(last.Text);
        return request with { Conversation = messages[..^1], Options = options };
    }

    private static ChatResponse ToResponse(WorkflowResult result) => new(new ChatMessage(ChatRole.Assistant, result.Text))
    {
        ResponseId = result.WorkflowId,
        ModelId = result.ModelsUsed is [var only] ? only : null,
        FinishReason = ChatFinishReason.Stop,
        Usage = result.Usage,
        AdditionalProperties = new AdditionalPropertiesDictionary { [ResponseProperties.Workflow] = result },
    };
}
