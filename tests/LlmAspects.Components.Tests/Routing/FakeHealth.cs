using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Tests.Routing;

/// <summary>Health as a test sets it.</summary>
internal sealed class FakeHealth : Dictionary<string, ModelHealthSnapshot>, IModelHealthReader
{
    public ModelHealthSnapshot Read(ModelInfo model) => this.GetValueOrDefault(model.Id);
}
