using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Models;

/// <summary>The catalogue entries of the embedded models.</summary>
public static class ExtractiveModel
{
    /// <summary>The id of the model that selects by concepts.</summary>
    public const string Id = "llmaspects-extractive";

    /// <summary>The id of the model that selects by centrality.</summary>
    public const string CentralityId = "llmaspects-extractive-centrality";

    /// <summary>The id of the model that selects by coverage and position.</summary>
    public const string CoverageId = "llmaspects-extractive-coverage";

    /// <summary>The answer when the documents say nothing of what was asked.</summary>
    public const string NotAnswered = "The given documents do not answer this.";

    /// <summary>What the router knows of the model that selects by concepts: in this process, free, questions and summaries over a given context only.</summary>
    public static ModelInfo Info { get; } = new()
    {
        Id = Id,
        Provider = "local",
        DisplayName = "Embedded extractive model",
        ContextWindow = 128_000,
        MaxOutputTokens = 4_096,
        InputPricePerMillion = 0,
        OutputPricePerMillion = 0,
        Capabilities = ModelCapabilities.Streaming,
        Tasks = [LlmTask.QuestionAnswering, LlmTask.Summarization],
        Tokenizer = "o200k_base",
        TypicalLatency = TimeSpan.FromMilliseconds(10),
    };

    /// <summary>What the router knows of the model with a selection: the same of each, but its name.</summary>
    /// <param name="selection">What it selects by.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such selection.</exception>
    public static ModelInfo InfoOf(ExtractiveSelection selection) => selection switch
    {
        ExtractiveSelection.Concepts => Info,
        ExtractiveSelection.Centrality => Info with { Id = CentralityId, DisplayName = "Embedded extractive model (centrality)" },
        ExtractiveSelection.Coverage => Info with { Id = CoverageId, DisplayName = "Embedded extractive model (coverage)" },
        _ => throw new ArgumentOutOfRangeException(nameof(selection), selection, "There is no such selection."),
    };
}
