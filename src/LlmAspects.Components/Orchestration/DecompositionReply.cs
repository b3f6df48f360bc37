namespace LlmAspects.Components.Orchestration;

/// <summary>How a model divides a request.</summary>
internal sealed record DecompositionReply
{
    public required IReadOnlyList<SubtaskReply> Subtasks { get; init; }
}
