namespace LlmAspects.Components.Prompting;

/// <summary>What a prompt engineer did since it was created.</summary>
public sealed record PromptStatistics
{
    /// <summary>The prompts built.</summary>
    public required long Built { get; init; }

    /// <summary>Those with retrieved pieces.</summary>
    public required long WithContext { get; init; }

    /// <summary>The prompts by the name of their template; templates never used are left out.</summary>
    public required IReadOnlyDictionary<string, long> ByTemplate { get; init; }

    /// <summary>How often each task was detected, <see cref="LlmTask.General"/> where none stood out; tasks never detected are left out.</summary>
    public required IReadOnlyDictionary<LlmTask, long> DetectedTasks { get; init; }

    /// <summary>The prompts whose question was changed by the query optimizer.</summary>
    public required long Optimized { get; init; }

    /// <summary>The mean of the reported quality by the name of the template; templates without reports are left out.</summary>
    public required IReadOnlyDictionary<string, double> QualityByTemplate { get; init; }
}
