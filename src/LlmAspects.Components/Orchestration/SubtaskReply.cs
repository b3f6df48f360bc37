namespace LlmAspects.Components.Orchestration;

/// <summary>A part as a model writes it.</summary>
internal sealed record SubtaskReply
{
    public required string Id { get; init; }

    public required string Prompt { get; init; }

    public required IReadOnlyList<string> DependsOn { get; init; }
}
