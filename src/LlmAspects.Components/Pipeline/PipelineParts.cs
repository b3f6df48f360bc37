using LlmAspects.Components.Caching;
using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Pipeline;

/// <summary>What a pipeline is made of.</summary>
internal sealed record PipelineParts(
    RequestPreparation Preparation,
    LlmCacheLayer Cache,
    ModelStage Models,
    AnswerCompletion Completion,
    PipelineFacts Facts,
    IReadOnlyList<object> Services,
    ModelClients Clients) : IDisposable
{
    public object? GetService(Type serviceType, object? serviceKey) =>
        (serviceKey is null ? Services.FirstOrDefault(serviceType.IsInstanceOfType) : null) ?? Clients.First?.GetService(serviceType, serviceKey);

    public void Dispose() => Clients.Dispose();
}
