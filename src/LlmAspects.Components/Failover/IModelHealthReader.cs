using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Failover;

/// <summary>Reads the health of models; the failover handler alone changes it. Thread-safe.</summary>
public interface IModelHealthReader
{
    /// <summary>What is known of a model now. Two entries of a catalogue with the same provider, endpoint and id share their health.</summary>
    /// <param name="model">The model.</param>
    ModelHealthSnapshot Read(ModelInfo model);
}
