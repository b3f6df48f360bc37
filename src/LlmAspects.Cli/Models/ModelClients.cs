using LlmAspects.Components.Providers;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Models;

/// <summary>Creates the chat client of the model that the user chose.</summary>
internal static class ModelClients
{
    public static IChatClient Create(ModelSpec spec) => spec.Provider switch
    {
        ModelProvider.OpenAI => ProviderClients.CreateOpenAI(spec.Id, spec.ApiKey, spec.Endpoint),
        ModelProvider.Anthropic => ProviderClients.CreateAnthropic(spec.Id, spec.ApiKey, spec.Endpoint),
        ModelProvider.Ollama => ProviderClients.CreateOllama(spec.Id, spec.Endpoint),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Provider, "The embedded model has no remote client."),
    };
}
