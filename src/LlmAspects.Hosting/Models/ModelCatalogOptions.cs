namespace LlmAspects.Hosting.Models;

/// <summary>The models of a host, as <c>AddLlmModels</c> reads them from configuration. Validated when the host starts and at every change.</summary>
public sealed class ModelCatalogOptions
{
    /// <summary>The models, at least one, in the order that breaks ties. The default is none.</summary>
    public IList<ModelOptions> Models { get; } = [];
}
