using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens.Images;

namespace LlmAspects.Cli.Models;

/// <summary>Facts about models that can be named without their provider. Prices are list prices in US dollars; they are dropped when another server serves the model.</summary>
internal static class KnownModels
{
    private const ModelCapabilities Reasoning = ModelCapabilities.Reasoning;
    private const ModelCapabilities General = ModelCapabilities.Streaming | ModelCapabilities.Tools | ModelCapabilities.StructuredOutput | ModelCapabilities.Vision;

    private static readonly (ModelProvider Provider, ModelInfo Info)[] All =
    [
        // Published at https://developers.openai.com/api/docs/pricing (read from copies of that list, 2026) and https://platform.claude.com/docs/en/models (November 2026).
        // Where long prompts cost more, the window ends where the higher price begins.
        OpenAI("gpt-6-luna", 272_000, 128_000, 0.1m, 0.5m, Reasoning),
        OpenAI("gpt-6.1-terra", 272_000, 128_000, 1m, 5m, Reasoning),
        OpenAI("gpt-6-sol", 272_000, 128_000, 2m, 10m, Reasoning),
        OpenAI("gpt-4.1", 1_047_576, 32_768, 2m, 8m),
        OpenAI("gpt-4.1-mini", 1_047_576, 32_768, 0.4m, 1.6m),
        OpenAI("gpt-4o", 128_000, 16_384, 2.5m, 10m),
        OpenAI("gpt-4o-mini", 128_000, 16_384, 0.15m, 0.6m),
        Anthropic("claude-haiku-5-5", 100_000, 128_000, 0.1m, 0.5m),
        Anthropic("claude-sonnet-5-5", 1_000_000, 128_000, 2m, 10m),
        Anthropic("claude-opus-5-5", 1_000_000, 128_000, 4m, 20m),
        Anthropic("claude-haiku-4-5", 200_000, 64_000, 1m, 5m),
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

    // The tokenizer of the models that reason is not public.
    private static (ModelProvider, ModelInfo) OpenAI(string id, int contextWindow, int maxOutput, decimal input, decimal output, ModelCapabilities more = default) =>
        (ModelProvider.OpenAI, Create(id, "openai", contextWindow, maxOutput, input, output, more) with { Tokenizer = more == Reasoning ? null : "o200k_base" });

    private static (ModelProvider, ModelInfo) Anthropic(string id, int contextWindow, int maxOutput, decimal input, decimal output) =>
        (ModelProvider.Anthropic, Create(id, "anthropic", contextWindow, maxOutput, input, output, Reasoning));

    private static ModelInfo Create(string id, string provider, int contextWindow, int maxOutput, decimal input, decimal output, ModelCapabilities more) => new()
    {
        Id = id,
        Provider = provider,
        ContextWindow = contextWindow,
        MaxOutputTokens = maxOutput,
        InputPricePerMillion = input,
        OutputPricePerMillion = output,
        Capabilities = General | more,
        ImageTokens = ImageTokenRule.ForModel(id),
    };
}
