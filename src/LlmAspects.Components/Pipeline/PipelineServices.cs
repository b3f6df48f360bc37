namespace LlmAspects.Components.Pipeline;

/// <summary>The components of a pipeline, and the services of its first model's client. Filled while the pipeline is made.</summary>
internal sealed class PipelineServices(Routing.ModelClients clients)
{
    private readonly List<object> _components = [];

    public TComponent Add<TComponent>(TComponent component)
        where TComponent : class
    {
        _components.Add(component);
        return component;
    }

    public object? Get(Type serviceType, object? serviceKey) =>
        (serviceKey is null ? _components.Find(serviceType.IsInstanceOfType) : null) ?? clients.First?.GetService(serviceType, serviceKey);
}
