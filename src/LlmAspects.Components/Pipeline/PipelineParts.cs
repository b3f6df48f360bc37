using LlmAspects.Components.Caching;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pipeline;

/// <summary>What a pipeline is made of.</summary>
internal sealed record PipelineParts(
    RequestPreparation Preparation,
    LlmCacheLayer Cache,
    ModelStage Models,
    AnswerCompletion Completion,
    PipelineFacts Facts,
    IReadOnlyList<object> Services,
    IReadOnlyList<IChatClient> Clients) : IDisposable
{
    public object? GetService(Type serviceType, object? serviceKey) =>
        (serviceKey is null ? Services.FirstOrDefault(serviceType.IsInstanceOfType) : null) ?? Clients[0].GetService(serviceType, serviceKey);

    public void Dispose()
    {
        foreach (IChatClient client in Clients)
        {
            client.Dispose();
        }
    }
}
