using LlmAspects.Components.Caching;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Retrieval;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pipeline;

/// <summary>A request after prompt engineering and retrieval, ready for the cache and the models.</summary>
internal sealed record PreparedRequest(IReadOnlyList<ChatMessage> Messages, LlmChatOptions Options, LlmTask Task, string Question)
{
    public RetrievedContext? Context { get; init; }

    /// <summary>The complete key; null when the answer must not be cached.</summary>
    public CacheKey? Key { get; init; }

    /// <summary>The prompt; null when the caller's own messages go to the model.</summary>
    public PromptResult? Prompt { get; init; }

    /// <summary>Whether a panel answers instead of one model, where the pipeline has one.</summary>
    public bool GoesToPanel { get; init; }

    public IReadOnlyList<Decision> Decisions { get; init; } = [];
}
