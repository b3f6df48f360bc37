namespace LlmAspects.Components.Ensembling;

/// <summary>What became of a member's part.</summary>
public enum MemberState
{
    /// <summary>It answered, and its answer had a vote.</summary>
    Answered,

    /// <summary>It answered below <see cref="EnsembleOptions.MinimumQuality"/>: the answer had no vote.</summary>
    Filtered,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was not waited for, since the winner was known.</summary>
    Stopped,
}
