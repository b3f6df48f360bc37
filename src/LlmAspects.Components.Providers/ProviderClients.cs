using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;
using OpenAI.Chat;

namespace LlmAspects.Components.Providers;

/// <summary>
/// Makes the chat clients of models. None repeats a call by itself, because the failover handler is the only layer that does; none follows a redirect, so that texts and keys go only
/// where they were sent; and each waits 10 minutes, which is longer than an attempt of the failover handler may take. A key is not checked: a wrong one fails at the first call.
/// </summary>
public static class ProviderClients
{
    // Servers that need no key still get the header that the protocol asks for.
    private const string NoKey = "none";

    /// <summary>A model of OpenAI, or of a server that speaks its chat protocol.</summary>
    /// <param name="modelId">The model.</param>
    /// <param name="apiKey">The key; <see langword="null"/> for servers that need none.</param>
    /// <param name="endpoint">The address, with its version, for example <c>https://api.openai.com/v1</c>; <see langword="null"/> is OpenAI's.</param>
    public static IChatClient CreateOpenAI(string modelId, string? apiKey, Uri? endpoint = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(modelId);
        var options = new OpenAIClientOptions
        {
            Endpoint = endpoint,
            NetworkTimeout = ProviderHttp.NetworkTimeout,
            RetryPolicy = new ClientRetryPolicy(0),
            Transport = new HttpClientPipelineTransport(ProviderHttp.Create()),
        };
        return new TotalUsageChatClient(new ChatClient(modelId, new ApiKeyCredential(apiKey ?? NoKey), options).AsIChatClient());
    }

    /// <summary>A model of Anthropic.</summary>
    /// <param name="modelId">The model.</param>
    /// <param name="apiKey">The key.</param>
    /// <param name="endpoint">The address without its version; <see langword="null"/> is <c>https://api.anthropic.com</c>.</param>
    public static IChatClient CreateAnthropic(string modelId, string? apiKey, Uri? endpoint = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(modelId);
        var options = new ClientOptions
        {
            ApiKey = apiKey,
            AuthToken = null,
            HttpClient = ProviderHttp.Create(),
            MaxRetries = 0,
            Timeout = ProviderHttp.NetworkTimeout,
        };
        return new AnthropicClient(endpoint is null ? options : options with { BaseUrl = endpoint.AbsoluteUri.TrimEnd('/') }).AsIChatClient(modelId);
    }

    /// <summary>A model of Ollama.</summary>
    /// <param name="modelId">The model.</param>
    /// <param name="endpoint">The address; <see langword="null"/> is <c>http://localhost:11434</c>.</param>
    public static IChatClient CreateOllama(string modelId, Uri? endpoint = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(modelId);
        return new OllamaApiClient(ProviderHttp.Create(endpoint ?? new Uri("http://localhost:11434")), modelId);
    }
}
