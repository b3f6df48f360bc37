using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Ensembling;

/// <summary>An answer whose quality is to be measured.</summary>
/// <param name="ModelId">The member that gave it.</param>
/// <param name="Response">The answer.</param>
/// <param name="Messages">What was asked.</param>
public sealed record EnsembleCandidate(string ModelId, ChatResponse Response, IReadOnlyList<ChatMessage> Messages);
