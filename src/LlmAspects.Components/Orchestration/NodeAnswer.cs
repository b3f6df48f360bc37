using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>An answer whose quality is to be measured.</summary>
/// <param name="Node">The node.</param>
/// <param name="Response">The answer.</param>
/// <param name="Messages">What the model was asked.</param>
public sealed record NodeAnswer(WorkflowNode Node, ChatResponse Response, IReadOnlyList<ChatMessage> Messages)
{
    /// <summary>Whose workflow it is. The default is <c>""</c>, a tenant of its own.</summary>
    public string Tenant { get; init; } = "";
}
