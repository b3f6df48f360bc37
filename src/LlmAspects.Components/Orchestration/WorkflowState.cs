namespace LlmAspects.Components.Orchestration;

/// <summary>How far a workflow is.</summary>
public enum WorkflowState
{
    /// <summary>Nodes run.</summary>
    Running,

    /// <summary>It has an answer.</summary>
    Succeeded,

    /// <summary>A node failed that must not, or no node has an answer.</summary>
    Failed,

    /// <summary>The caller gave it up.</summary>
    Cancelled,
}
