namespace LlmAspects.Components.Orchestration;

/// <summary>What happened in a workflow.</summary>
public enum WorkflowEventKind
{
    /// <summary>It began.</summary>
    Started,

    /// <summary>The request was divided.</summary>
    Decomposed,

    /// <summary>A node began.</summary>
    NodeStarted,

    /// <summary>A bad answer is asked for again.</summary>
    NodeRetried,

    /// <summary>A node has its answer.</summary>
    NodeFinished,

    /// <summary>A node had its answer in the checkpoint.</summary>
    NodeRestored,

    /// <summary>A node failed, and its fallback took its place.</summary>
    NodeFellBack,

    /// <summary>A node failed.</summary>
    NodeFailed,

    /// <summary>A node was skipped.</summary>
    NodeSkipped,

    /// <summary>The results were joined.</summary>
    Synthesized,

    /// <summary>The workflow has its answer. The last event.</summary>
    Completed,

    /// <summary>The workflow failed. The last event before the exception.</summary>
    Failed,
}
