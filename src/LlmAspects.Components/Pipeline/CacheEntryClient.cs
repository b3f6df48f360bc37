using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pipeline;

/// <summary>
/// Enters a pipeline at its cache, for callers whose messages are complete: members of a panel, nodes of a workflow. No template, no retrieval, no panel. It disposes nothing.
/// </summary>
internal sealed class CacheEntryClient(RequestPreparation preparation, AnswerStage stage, PipelineServices services) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        stage.AnswerAsync(preparation.Keep(messages, options), cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        stage.StreamAsync(preparation.Keep(messages, options), cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : services.Get(serviceType, serviceKey);
    }

    // The models' clients belong to the pipeline.
    public void Dispose()
    {
    }
}
