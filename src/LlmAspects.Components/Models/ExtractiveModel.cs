using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Models;

/// <summary>The catalogue entry of the embedded model.</summary>
public static class ExtractiveModel
{
    /// <summary>The model's id.</summary>
    public const string Id = "llmaspects-extractive";

    /// <summary>The answer when the documents say nothing of what was asked.</summary>
    public const string NotAnswered = "The given documents do not answer this.";

    /// <summary>What the router knows of it: in this process, free, questions and summaries over a given context only.</summary>
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
}
