using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;
using OpenAI.Chat;

namespace LlmAspects.Cli.Models;

/// <summary>Creates the chat client of a remote model. No client repeats a call by itself: the failover handler is the only layer that does.</summary>
internal static class ModelClients
{
    // Servers that need no key still get the header that the protocol asks for.
    private const string NoKey = "none";

    public static IChatClient Create(ModelSpec spec) => spec.Provider switch
    {
        ModelProvider.OpenAI => CreateOpenAI(spec),
        ModelProvider.Anthropic => CreateAnthropic(spec),
        ModelProvider.Ollama => new OllamaApiClient(ProviderHttp.Create(spec.Endpoint), spec.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Provider, "The embedded model has no remote client."),
    };

    private static IChatClient CreateOpenAI(ModelSpec spec)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = spec.Endpoint,
            NetworkTimeout = ProviderHttp.NetworkTimeout,
            RetryPolicy = new ClientRetryPolicy(0),
            Transport = new HttpClientPipelineTransport(ProviderHttp.Create()),
        };
        return new ChatClient(spec.Id, new ApiKeyCredential(spec.ApiKey ?? NoKey), options).AsIChatClient();
    }

    private static IChatClient CreateAnthropic(ModelSpec spec) => new AnthropicClient(new ClientOptions
    {
        ApiKey = spec.ApiKey,
        AuthToken = null,
        BaseUrl = spec.Endpoint!.AbsoluteUri.TrimEnd('/'),
        HttpClient = ProviderHttp.Create(),
        MaxRetries = 0,
        Timeout = ProviderHttp.NetworkTimeout,
    }).AsIChatClient(spec.Id);
}
