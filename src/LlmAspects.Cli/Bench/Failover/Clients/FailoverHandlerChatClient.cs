using LlmAspects.Components;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Bench.Failover.Clients;

/// <summary>The failover handler behind the interface of a chat client: the first two models are its candidates, a named one stands alone.</summary>
internal sealed class FailoverHandlerChatClient(LlmFailoverHandler handler, ModelInfo[] models, Func<ModelInfo, IChatClient> create) : IChatClient
{
    private const int Candidates = 2;

    private readonly Dictionary<string, IChatClient> _clients = models.ToDictionary(model => model.Id, create, StringComparer.Ordinal);

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        (await handler.ExecuteAsync(DecisionFor(options), ClientOf, messages, LlmChatOptions.From(options), cancellationToken).ConfigureAwait(false)).Response;

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        handler.StreamAsync(DecisionFor(options), ClientOf, messages, LlmChatOptions.From(options), cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(handler) ? handler : null;

    public void Dispose()
    {
        foreach (IChatClient client in _clients.Values)
        {
            client.Dispose();
        }
    }

    private RouteDecision DecisionFor(ChatOptions? options)
    {
        IEnumerable<ModelInfo> chosen = options?.ModelId is { } pinned ? models.Where(model => model.Id == pinned) : models.Take(Candidates);
        return new RouteDecision([.. chosen.Select((model, rank) => new RouteCandidate(model, -rank, "It stands there in the benchmark."))], [], "fixed");
    }

    private IChatClient ClientOf(ModelInfo model) => _clients[model.Id];
}
