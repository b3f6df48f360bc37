using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pipeline;

/// <summary>Router and failover handler as one stage: the router orders the candidates, the handler alone walks them.</summary>
internal sealed class ModelStage(ModelCatalog catalog, IReadOnlyDictionary<string, IChatClient> clients, LlmRouter router, LlmFailoverHandler failover, ITokenCounter tokens)
{
    public RouteDecision Route(PreparedRequest request, bool streams) => router.Route(new RouteRequest
    {
        Task = request.Task,
        InputTokens = CountInput(request),
        MaxOutputTokens = request.Options.MaxOutputTokens,
        RequiredCapabilities = RequiredCapabilities.Of(request.Messages, request.Options, streams),
        CostLimit = request.Options.CostLimit,
        PinnedModelId = request.Options.ModelId,
        Tenant = request.Options.Tenant,
        Text = request.Question.AsMemory(),
    });

    public Task<FailoverResult> AskAsync(PreparedRequest request, RouteDecision route, CancellationToken cancellationToken) =>
        failover.ExecuteAsync(route, ClientOf, request.Messages, request.Options, cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> StreamAsync(PreparedRequest request, RouteDecision route, CancellationToken cancellationToken) =>
        failover.StreamAsync(route, ClientOf, request.Messages, request.Options, cancellationToken);

    private IChatClient ClientOf(ModelInfo model) => clients[model.Id];

    // The candidates may count by different tokenizers: what fits by the largest count fits all. A pinned model counts alone.
    private int CountInput(PreparedRequest request) => catalog.Models
        .Where(model => request.Options.ModelId is { } pinned ? model.Id == pinned : model.Enabled)
        .DistinctBy(model => model.Tokenizer)
        .Select(model => tokens.CountRequest(model.Id, request.Messages, request.Options).Upper)
        .DefaultIfEmpty(0)
        .Max();
}
