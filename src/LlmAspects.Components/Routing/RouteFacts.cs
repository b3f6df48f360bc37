using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Routing;

/// <summary>What the router needs to know of a chat request: capabilities by its contents, counted tokens, the scope of its options.</summary>
internal sealed class RouteFacts(ModelCatalog catalog, ITokenCounter tokens)
{
    public RouteRequest Of(IReadOnlyCollection<ChatMessage> messages, LlmChatOptions options, LlmTask task, string question, bool streams) => new()
    {
        Task = task,
        InputTokens = CountInput(messages, options),
        MaxOutputTokens = options.MaxOutputTokens,
        RequiredCapabilities = RequiredCapabilities.Of(messages, options, streams),
        CostLimit = options.CostLimit,
        PinnedModelId = options.ModelId,
        Tenant = options.Tenant,
        Text = question.AsMemory(),
    };

    // The candidates may count by different tokenizers: what fits by the largest count fits all. A pinned model counts alone.
    private int CountInput(IReadOnlyCollection<ChatMessage> messages, LlmChatOptions options) => catalog.Models
        .Where(model => options.ModelId is { } pinned ? model.Id == pinned : model.Enabled)
        .DistinctBy(model => model.Tokenizer)
        .Select(model => tokens.CountRequest(model.Id, messages, options).Upper)
        .DefaultIfEmpty(0)
        .Max();
}
