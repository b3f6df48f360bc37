using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pipeline;

/// <summary>Router and failover handler as one stage: the router orders the candidates, the handler alone walks them.</summary>
internal sealed class ModelStage(RouteFacts facts, ModelClients clients, LlmRouter router, LlmFailoverHandler failover)
{
    public RouteDecision Route(PreparedRequest request, bool streams) =>
        router.Route(facts.Of(request.Messages, request.Options, request.Task, request.Question, streams));

    public Task<FailoverResult> AskAsync(PreparedRequest request, RouteDecision route, CancellationToken cancellationToken) =>
        failover.ExecuteAsync(route, clients.Of, request.Messages, request.Options, cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> StreamAsync(PreparedRequest request, RouteDecision route, CancellationToken cancellationToken) =>
        failover.StreamAsync(route, clients.Of, request.Messages, request.Options, cancellationToken);
}
