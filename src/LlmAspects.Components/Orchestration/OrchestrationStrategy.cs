namespace LlmAspects.Components.Orchestration;

/// <summary>How the nodes of a workflow are carried out.</summary>
public enum OrchestrationStrategy
{
    /// <summary>As soon as dependencies allow; a node whose complexity is above the threshold is asked of the panel, every other one of one model. Without a panel every node is. The default.</summary>
    Adaptive,

    /// <summary>One node at a time, each behind its dependencies.</summary>
    Sequential,

    /// <summary>As soon as dependencies allow.</summary>
    Parallel,

    /// <summary>As soon as dependencies allow; a request is divided, and parts that are themselves complex are divided again. A workflow that is given is carried out as <see cref="Parallel"/>.</summary>
    Hierarchical,

    /// <summary>As soon as dependencies allow; the panel is asked every node that names no model.</summary>
    Ensemble,

    /// <summary>One node at a time, and each gets the result of the one before it beside what it depends on; the last result is the answer.</summary>
    Pipeline,
}
