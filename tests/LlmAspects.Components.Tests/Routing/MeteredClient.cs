using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Routing;

/// <summary>Names a provider and counts how often it was disposed.</summary>
internal sealed class MeteredClient(IChatClient inner, string provider) : DelegatingChatClient(inner)
{
    public int Disposals { get; private set; }

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(provider) : base.GetService(serviceType, serviceKey);

    protected override void Dispose(bool disposing)
    {
        Disposals++;
        base.Dispose(disposing);
    }
}
