namespace LlmAspects.Components.Orchestration;

/// <summary>Something that happened in a workflow.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="WorkflowId">The workflow.</param>
/// <param name="At">When.</param>
public sealed record WorkflowEvent(WorkflowEventKind Kind, string WorkflowId, DateTimeOffset At)
{
    /// <summary>The node; <see langword="null"/> for events of the whole workflow.</summary>
    public string? NodeId { get; init; }

    /// <summary>Why, without content; <see langword="null"/> where the kind says it all.</summary>
    public string? Reason { get; init; }

    /// <summary>The result of the node; <see langword="null"/> before it has one.</summary>
    public NodeResult? Node { get; init; }

    /// <summary>The result of the workflow; <see langword="null"/> before the last event.</summary>
    public WorkflowResult? Result { get; init; }
}
