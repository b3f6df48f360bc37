namespace LlmAspects.Components.Orchestration;

/// <summary>Whose workflow a checkpoint is of.</summary>
/// <param name="Tenant">The tenant; <c>""</c> is a tenant of its own.</param>
/// <param name="WorkflowId">The workflow.</param>
public readonly record struct WorkflowCheckpointKey(string Tenant, string WorkflowId);
