using LlmAspects.Components.Models;

namespace LlmAspects.Cli.Models;

/// <summary>Turns <c>--model</c> and the environment into one model. Makes no connection.</summary>
/// <param name="variable">Reads an environment variable; <see langword="null"/> or empty when it is not set.</param>
internal sealed class ModelSelector(Func<string, string?> variable)
{
    /// <summary>Chooses the model.</summary>
    /// <param name="requested">The value of <c>--model</c>; <see langword="null"/>: the embedded model.</param>
    /// <param name="insecure">Whether a key may travel over plain http to another machine.</param>
    /// <exception cref="CliException">The model is not known, its key is missing, or its endpoint is not acceptable.</exception>
    public ModelSpec Select(string? requested, bool insecure)
    {
        ModelSpec spec = requested switch
        {
            null => new ModelSpec(ModelProvider.Local, ExtractiveModel.Id) { Hint = HintAboutKeys() },
            _ when LocalModels.Find(requested) is { } local => local,
            _ when requested.Equals("auto", StringComparison.OrdinalIgnoreCase) => SelectFromEnvironment(),
            _ => SelectNamed(requested),
        };
        EndpointPolicy.Check(spec, insecure);
        return spec;
    }

    private ModelSpec SelectFromEnvironment() => FirstConfigured() switch
    {
        ModelProvider.OpenAI => Create(ModelProvider.OpenAI, Read(ProviderVariables.OpenAIModel) ?? "gpt-6-luna"),
        ModelProvider.Anthropic => Create(ModelProvider.Anthropic, Read(ProviderVariables.AnthropicModel) ?? "claude-haiku-5-5"),
        ModelProvider.Ollama => Create(ModelProvider.Ollama, Read(ProviderVariables.OllamaModel) ?? "llama3.2"),
        _ => throw new CliException($"--model auto found no provider. {ProviderVariables.Advice} Without --model the embedded model answers offline.", ExitCodes.Usage),
    };

    private ModelSpec SelectNamed(string requested)
    {
        int slash = requested.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return KnownModels.ProviderOf(requested) is { } known ? Create(known, requested) : throw Unknown(requested);
        }

        ModelProvider? provider = requested[..slash].ToUpperInvariant() switch
        {
            "OPENAI" => ModelProvider.OpenAI,
            "ANTHROPIC" => ModelProvider.Anthropic,
            "OLLAMA" => ModelProvider.Ollama,
            _ => null,
        };
        string id = requested[(slash + 1)..];
        return provider is not null && !string.IsNullOrWhiteSpace(id) ? Create(provider.Value, id) : throw Unknown(requested);
    }

    private ModelSpec Create(ModelProvider provider, string id) => provider switch
    {
        ModelProvider.OpenAI => new ModelSpec(provider, id, Endpoint(provider, ProviderVariables.OpenAIBaseUrl), OpenAIKey()),
        ModelProvider.Anthropic => new ModelSpec(provider, id, Endpoint(provider, ProviderVariables.AnthropicBaseUrl), Required(ProviderVariables.AnthropicKey, id)),
        _ => new ModelSpec(provider, id, Endpoint(provider, ProviderVariables.OllamaHost)),
    };

    // A compatible server on one's own machine often wants no key; OpenAI itself always does.
    private string? OpenAIKey() => Key(ProviderVariables.OpenAIKey)
        ?? (Read(ProviderVariables.OpenAIBaseUrl) is null ? Required(ProviderVariables.OpenAIKey, "an OpenAI model") : null);

    private string Required(string name, string model) =>
        Key(name) ?? throw new CliException($"{name} is not set; {model} needs it. Set it, or leave out --model to use the embedded model.", ExitCodes.Usage);

    // A header holds nothing else: clients would cut the key off there, or fail as if there were no network.
    private string? Key(string name) => Read(name) is { } key && key.Any(character => character is < '!' or > '~')
        ? throw new CliException($"{name} holds a space, a line break or a character outside ASCII, which no key does. Set it again.", ExitCodes.Usage)
        : Read(name);

    private Uri Endpoint(ModelProvider provider, string name) =>
        Read(name) is { } text ? EndpointPolicy.Parse(text, name, provider) : KnownModels.DefaultEndpoint(provider)!;

    private ModelProvider? FirstConfigured() =>
        Read(ProviderVariables.OpenAIKey) is not null || Read(ProviderVariables.OpenAIBaseUrl) is not null ? ModelProvider.OpenAI
        : Read(ProviderVariables.AnthropicKey) is not null ? ModelProvider.Anthropic
        : Read(ProviderVariables.OllamaHost) is not null ? ModelProvider.Ollama
        : null;

    private string? HintAboutKeys() => FirstConfigured() is { } provider
        ? $"A configuration for {KnownModels.NameOf(provider)} was found in the environment. Nothing is sent there unless you say --model auto."
        : null;

    private string? Read(string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static CliException Unknown(string requested) => new(
        $"The model '{requested}' is not known. Known: auto, local, {string.Join(", ", KnownModels.Names)}. "
        + "Any other model is named with its provider: openai/NAME, anthropic/NAME or ollama/NAME.",
        ExitCodes.Usage);
}
