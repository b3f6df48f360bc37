using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LlmAspects.Hosting.Models;

/// <summary>Adds the models of a configuration to a host.</summary>
public static class LlmModelsServiceCollectionExtensions
{
    /// <summary>
    /// Adds one <see cref="ModelCatalog"/> with the models of a section, for example <c>configuration.GetSection("Llm")</c>, which holds the members of <see cref="ModelCatalogOptions"/>.
    /// They are validated when the host starts. When the configuration changes, the catalogue is replaced as a whole: calls under way end with the models that they began with, and what router and
    /// failover handler have learned of a model stays. A change that is not valid is logged as an error, and the catalogue stays as it was.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section. Give the catalogue to <see cref="LlmPipelineBuilder.UseModels"/> or to a router.</param>
    /// <exception cref="InvalidOperationException">Models were added before.</exception>
    public static IServiceCollection AddLlmModels(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        if (services.Any(static service => service.ServiceType == typeof(ReloadingModelCatalog)))
        {
            throw new InvalidOperationException($"{nameof(AddLlmModels)} was called before. Put all models into one section.");
        }

        services.AddOptions<ModelCatalogOptions>().Configure(options => section.Bind(options)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelCatalogOptions>>(new ModelCatalogOptionsValidator(section));
        services.AddSingleton<IOptionsChangeTokenSource<ModelCatalogOptions>>(
            provider => new ValidatedModelChanges(section, provider.GetRequiredService<IOptionsFactory<ModelCatalogOptions>>(), LoggerOf(provider)));
        services.AddSingleton(static provider => new ReloadingModelCatalog(provider.GetRequiredService<IOptionsMonitor<ModelCatalogOptions>>(), LoggerOf(provider)));
        services.AddSingleton(static provider => provider.GetRequiredService<ReloadingModelCatalog>().Catalog);
        return services;
    }

    private static ILogger LoggerOf(IServiceProvider services) =>
        services.GetService<ILoggerFactory>()?.CreateLogger("LlmAspects.Hosting.Models") ?? NullLogger.Instance;
}
