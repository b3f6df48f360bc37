using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Tests.Routing;

/// <summary>Models for tests: what a test does not name is the same for all.</summary>
internal static class TestModels
{
    public static ModelInfo Model(string id, decimal? price = 1m, int contextWindow = 8_000, int maxOutputTokens = 2_000, double priority = 0.5) => new()
    {
        Id = id,
        Provider = "test",
        ContextWindow = contextWindow,
        MaxOutputTokens = maxOutputTokens,
        InputPricePerMillion = price,
        OutputPricePerMillion = price,
        Priority = priority,
        Tokenizer = "o200k_base",
    };
}
