using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Providers;

/// <summary>Adds models with their clients to a pipeline.</summary>
public static class LlmPipelineBuilderExtensions
{
    /// <summary>Adds a model of OpenAI, or of a server that speaks its chat protocol; <see cref="ProviderClients.CreateOpenAI"/> makes the client.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="model">What the model can do and what it costs; its id is what the provider is asked for.</param>
    /// <param name="apiKey">The key; <see langword="null"/> for servers that need none.</param>
    /// <param name="endpoint">The address, with its version; <see langword="null"/> is OpenAI's.</param>
    public static LlmPipelineBuilder AddOpenAI(this LlmPipelineBuilder builder, ModelInfo model, string? apiKey, Uri? endpoint = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(model);
        return builder.UseProviderErrors().AddModel(model, ProviderClients.CreateOpenAI(model.Id, apiKey, endpoint));
    }

    /// <summary>Adds a model of Anthropic; <see cref="ProviderClients.CreateAnthropic"/> makes the client.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="model">What the model can do and what it costs; its id is what the provider is asked for.</param>
    /// <param name="apiKey">The key.</param>
    /// <param name="endpoint">The address without its version; <see langword="null"/> is Anthropic's.</param>
    public static LlmPipelineBuilder AddAnthropic(this LlmPipelineBuilder builder, ModelInfo model, string? apiKey, Uri? endpoint = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(model);
        return builder.UseProviderErrors().AddModel(model, ProviderClients.CreateAnthropic(model.Id, apiKey, endpoint));
    }

    /// <summary>Adds a model of Ollama; <see cref="ProviderClients.CreateOllama"/> makes the client.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="model">What the model can do; its id is what the server is asked for.</param>
    /// <param name="endpoint">The address; <see langword="null"/> is this machine's usual one.</param>
    public static LlmPipelineBuilder AddOllama(this LlmPipelineBuilder builder, ModelInfo model, Uri? endpoint = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(model);
        return builder.UseProviderErrors().AddModel(model, ProviderClients.CreateOllama(model.Id, endpoint));
    }

    /// <summary>Recognises the exceptions of the three providers' clients, for models that come by <see cref="LlmPipelineBuilder.AddModel"/> or <see cref="LlmPipelineBuilder.UseModels"/>.</summary>
    /// <param name="builder">The builder.</param>
    public static LlmPipelineBuilder UseProviderErrors(this LlmPipelineBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseErrorReader(new ProviderErrorReader());
    }
}
