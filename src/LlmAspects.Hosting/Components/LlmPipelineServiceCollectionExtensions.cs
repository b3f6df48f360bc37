using LlmAspects.Components.Caching;
using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;
using LlmAspects.Reports;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace LlmAspects.Hosting.Components;

/// <summary>Adds the pipeline and its components to a host.</summary>
public static class LlmPipelineServiceCollectionExtensions
{
    /// <summary>
    /// Adds one <see cref="LlmPipeline"/>, which is also the <see cref="IChatClient"/> and a source of reports, and its components as singletons
    /// (a <see cref="MultiModelEnsembler"/> where <see cref="LlmPipelineBuilder.UseEnsemble"/> makes a panel). It takes
    /// <see cref="IRetriever"/>, <see cref="IBudgetLedger"/>, every <see cref="IProviderErrorReader"/> and <see cref="TimeProvider"/> from the services if they are there.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Adds at least one model; runs once, when the pipeline is first asked for.</param>
    /// <exception cref="InvalidOperationException">A pipeline was added before.</exception>
    public static IServiceCollection AddLlmPipeline(this IServiceCollection services, Action<IServiceProvider, LlmPipelineBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        if (services.Any(static service => service.ServiceType == typeof(LlmPipeline)))
        {
            throw new InvalidOperationException($"{nameof(AddLlmPipeline)} was called before. Add all models in one call.");
        }

        services.AddSingleton(provider => Build(provider, configure));
        services.AddSingleton<IChatClient>(static provider => provider.GetRequiredService<LlmPipeline>());
        services.AddSingleton<IReportSource>(static provider => provider.GetRequiredService<LlmPipeline>());
        AddComponent<LlmRouter>(services);
        AddComponent<LlmFailoverHandler>(services);
        AddComponent<LlmCacheLayer>(services);
        AddComponent<TokenCounter>(services);
        AddComponent<PromptEngineer>(services);
        AddComponent<QueryOptimizer>(services);
        AddComponent<LlmQualityMonitor>(services);
        AddComponent<MultiModelEnsembler>(services);
        return services;
    }

    private static LlmPipeline Build(IServiceProvider services, Action<IServiceProvider, LlmPipelineBuilder> configure)
    {
        var builder = new LlmPipelineBuilder();
        if (services.GetService<TimeProvider>() is { } timeProvider)
        {
            builder.UseTimeProvider(timeProvider);
        }

        if (services.GetService<IRetriever>() is { } retriever)
        {
            builder.UseRetriever(retriever);
        }

        if (services.GetService<IBudgetLedger>() is { } budget)
        {
            builder.UseBudget(budget);
        }

        foreach (var reader in services.GetServices<IProviderErrorReader>())
        {
            builder.UseErrorReader(reader);
        }

        configure(services, builder);
        return builder.Build();
    }

    // Of what the pipeline does not have there is no service.
    private static void AddComponent<TComponent>(IServiceCollection services)
        where TComponent : class =>
        services.AddSingleton(static provider => (TComponent)provider.GetRequiredService<LlmPipeline>().GetService(typeof(TComponent))!);
}
