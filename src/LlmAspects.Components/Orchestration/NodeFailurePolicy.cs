namespace LlmAspects.Components.Orchestration;

/// <summary>What becomes of a workflow when a node fails.</summary>
public enum NodeFailurePolicy
{
    /// <summary>The workflow fails: running calls are cancelled, and no further node starts. The default.</summary>
    Fail,

    /// <summary>The node and every node that depends on it are skipped, by name; the others go on.</summary>
    Skip,

    /// <summary>The fallback of the node takes its place; where that fails too, the workflow fails.</summary>
    Fallback,
}
