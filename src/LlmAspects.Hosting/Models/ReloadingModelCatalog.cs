using LlmAspects.Components.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LlmAspects.Hosting.Models;

/// <summary>A catalogue that follows the options of its models. Thread-safe.</summary>
internal sealed partial class ReloadingModelCatalog
{
    private readonly Lock _gate = new();
    private readonly IOptionsMonitor<ModelCatalogOptions> _options;
    private readonly ILogger _logger;

    public ReloadingModelCatalog(IOptionsMonitor<ModelCatalogOptions> options, ILogger logger)
    {
        _options = options;
        _logger = logger;
        Catalog = new ModelCatalog(Read());
        // The monitor ends with the host, and what it tells with it.
        options.OnChange(_ => Follow());
        // What changed between the two lines was told to nobody.
        Follow();
    }

    public ModelCatalog Catalog { get; }

    // Answers that were cached belong to a version of the catalogue: it grows only when a model has changed.
    private void Follow()
    {
        lock (_gate)
        {
            ModelInfo[] models = Read();
            if (!models.SequenceEqual(Catalog.Models, ModelInfoComparer.Instance))
            {
                Catalog.Replace(models);
                Replaced(_logger, Catalog.Version, models.Length);
            }
        }
    }

    private ModelInfo[] Read() => [.. _options.CurrentValue.Models.Select(static model => model.ToModel())];

    [LoggerMessage(2, LogLevel.Information, "The models have changed: version {Version} of the catalogue has {Count}.")]
    private static partial void Replaced(ILogger logger, int version, int count);
}
