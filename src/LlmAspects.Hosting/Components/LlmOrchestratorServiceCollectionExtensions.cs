using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Orchestration;
using LlmAspects.Components.Quality;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LlmAspects.Hosting.Components;

/// <summary>Adds the orchestrator to a host.</summary>
public static class LlmOrchestratorServiceCollectionExtensions
{
    /// <summary>
    /// Adds one <see cref="MultiLlmOrchestrator"/> on the <see cref="IChatClient"/> of the services, for example that of <see cref="LlmPipelineServiceCollectionExtensions.AddLlmPipeline"/>.
    /// It takes <see cref="MultiModelEnsembler"/>, <see cref="IWorkflowCheckpointStore"/>, <see cref="LlmQualityMonitor"/> and <see cref="TimeProvider"/> from the services if they are there.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Makes the options, once, when the orchestrator is first asked for; <see langword="null"/> gives the defaults.</param>
    /// <exception cref="InvalidOperationException">An orchestrator was added before.</exception>
    public static IServiceCollection AddLlmOrchestrator(this IServiceCollection services, Func<IServiceProvider, OrchestratorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(static service => service.ServiceType == typeof(MultiLlmOrchestrator)))
        {
            throw new InvalidOperationException($"{nameof(AddLlmOrchestrator)} was called before.");
        }

        return services.AddSingleton(provider => new MultiLlmOrchestrator(
            provider.GetRequiredService<IChatClient>(),
            configure?.Invoke(provider),
            provider.GetService<MultiModelEnsembler>(),
            provider.GetService<IWorkflowCheckpointStore>(),
            provider.GetService<LlmQualityMonitor>(),
            provider.GetService<TimeProvider>()));
    }
}
