using LlmAspects.Components.Routing;

namespace LlmAspects.Cli.Models;

/// <summary>Facts about models that can be named without their provider. Prices are list prices in US dollars; they are dropped when another server serves the model.</summary>
internal static class KnownModels
{
    private const ModelCapabilities General = ModelCapabilities.Streaming | ModelCapabilities.Tools | ModelCapabilities.StructuredOutput | ModelCapabilities.Vision;

    private static readonly (ModelProvider Provider, ModelInfo Info)[] All =
    [
        OpenAI("gpt-4.1", 1_047_576, 32_768, 2m, 8m),
        OpenAI("gpt-4.1-mini", 1_047_576, 32_768, 0.4m, 1.6m),
        OpenAI("gpt-4.1-nano", 1_047_576, 32_768, 0.1m, 0.4m),
        OpenAI("gpt-4o", 128_000, 16_384, 2.5m, 10m),
        OpenAI("gpt-4o-mini", 128_000, 16_384, 0.15m, 0.6m),
        Anthropic("claude-haiku-4-5", 64_000, 1m, 5m),
        Anthropic("claude-sonnet-4-5", 64_000, 3m, 15m),
        Anthropic("claude-opus-4-5", 64_000, 5m, 25m),
    ];

    public static IEnumerable<string> Names => All.Select(model => model.Info.Id);

    public static ModelProvider? ProviderOf(string id) => Find(id)?.Provider;

    /// <summary>The facts of a model; for an unknown one limits that every current server keeps, and no price.</summary>
    public static ModelInfo Describe(ModelSpec spec)
    {
        bool elsewhere = spec.Endpoint != DefaultEndpoint(spec.Provider);
        if (Find(spec.Id) is { } known && known.Provider == spec.Provider)
        {
            return elsewhere
                ? known.Info with { Endpoint = spec.Endpoint, InputPricePerMillion = null, OutputPricePerMillion = null }
                : known.Info with { Endpoint = spec.Endpoint };
        }

        bool own = spec.Provider == ModelProvider.Ollama;
        return new ModelInfo
        {
            Id = spec.Id,
            Provider = NameOf(spec.Provider),
            Endpoint = spec.Endpoint,
            ContextWindow = spec.Provider switch { ModelProvider.Anthropic => 200_000, ModelProvider.OpenAI => 16_384, _ => 4_096 },
            MaxOutputTokens = own ? 1_024 : 4_096,
            InputPricePerMillion = own ? 0m : null,
            OutputPricePerMillion = own ? 0m : null,
        };
    }

    public static string NameOf(ModelProvider provider) => provider switch
    {
        ModelProvider.OpenAI => "openai",
        ModelProvider.Anthropic => "anthropic",
        ModelProvider.Ollama => "ollama",
        _ => "local",
    };

    public static Uri? DefaultEndpoint(ModelProvider provider) => provider switch
    {
        ModelProvider.OpenAI => new Uri("https://api.openai.com/v1"),
        ModelProvider.Anthropic => new Uri("https://api.anthropic.com"),
        ModelProvider.Ollama => new Uri("http://localhost:11434"),
        _ => null,
    };

    private static (ModelProvider Provider, ModelInfo Info)? Find(string id)
    {
        int index = Array.FindIndex(All, model => model.Info.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : All[index];
    }

    private static (ModelProvider, ModelInfo) OpenAI(string id, int contextWindow, int maxOutput, decimal input, decimal output) =>
        (ModelProvider.OpenAI, Create(id, "openai", contextWindow, maxOutput, input, output) with { Tokenizer = "o200k_base" });

    private static (ModelProvider, ModelInfo) Anthropic(string id, int maxOutput, decimal input, decimal output) =>
        (ModelProvider.Anthropic, Create(id, "anthropic", 200_000, maxOutput, input, output));

    private static ModelInfo Create(string id, string provider, int contextWindow, int maxOutput, decimal input, decimal output) => new()
    {
        Id = id,
        Provider = provider,
        ContextWindow = contextWindow,
        MaxOutputTokens = maxOutput,
        InputPricePerMillion = input,
        OutputPricePerMillion = output,
        Capabilities = General,
    };
}
