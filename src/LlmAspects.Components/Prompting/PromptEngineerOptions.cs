using LlmAspects.Components.Prompting.Optimization;

namespace LlmAspects.Components.Prompting;

/// <summary>Limits of the prompt engineer.</summary>
public sealed record PromptEngineerOptions
{
    /// <summary>The most templates at a time, the five built-in ones included; at least 5. The default is 1,000.</summary>
    public int MaxTemplates { get; init; } = 1_000;

    /// <summary>The longest template in UTF-16 code units, at least 1. The default is 32,000.</summary>
    public int MaxTemplateLength { get; init; } = 32_000;

    /// <summary>The longest value of a variable in UTF-16 code units, at least 1. The default is 4,000.</summary>
    public int MaxVariableLength { get; init; } = 4_000;

    /// <summary>Whether questions pass the query optimizer. The default is <see langword="true"/>: it suggests, and changes a question where reports of quality show a gain.</summary>
    public bool EnableQueryOptimization { get; init; } = true;

    /// <summary>The options of the query optimizer.</summary>
    public QueryOptimizerOptions Optimizer { get; init; } = new();

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Optimizer, nameof(Optimizer));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTemplates, BuiltInTemplates.All.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTemplateLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxVariableLength, 1);
    }
}
