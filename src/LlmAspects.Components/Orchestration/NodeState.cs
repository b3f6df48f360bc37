namespace LlmAspects.Components.Orchestration;

/// <summary>What became of a node.</summary>
public enum NodeState
{
    /// <summary>It has not begun.</summary>
    Waiting,

    /// <summary>It is running.</summary>
    Running,

    /// <summary>A model answered.</summary>
    Succeeded,

    /// <summary>It failed, and its fallback model or text took its place.</summary>
    FellBack,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was not asked: something that it depends on failed or was skipped; or it failed and its policy is to be skipped.</summary>
    Skipped,

    /// <summary>It was running when the workflow was given up.</summary>
    Cancelled,
}
