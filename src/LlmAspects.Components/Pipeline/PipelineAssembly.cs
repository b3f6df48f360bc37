using LlmAspects.Components.Caching;
using LlmAspects.Components.Caching.SecondTier;
using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;

namespace LlmAspects.Components.Pipeline;

/// <summary>Makes the components of a pipeline and joins them.</summary>
internal sealed class PipelineAssembly(ModelCatalog catalog, ModelClients clients, LlmPipelineOptions options, TimeProvider time)
{
    public IRetriever? Retriever { get; init; }

    public IBudgetLedger? Budget { get; init; }

    public SecondCacheTier? SecondTier { get; init; }

    public (EnsembleMember[] Members, EnsembleOptions Options)? Panel { get; init; }

    public required IErrorClassifier Classifier { get; init; }

    public PipelineParts Build()
    {
        var services = new PipelineServices(clients);
        services.Add(catalog);
        ModelHealth health = services.Add(new ModelHealth(options.Breaker, time));
        LlmRouter router = services.Add(new LlmRouter(catalog, options.Router, health, time));
        TokenCounter tokens = services.Add(new TokenCounter(catalog, options.Tokens, time));
        LlmFailoverHandler failover = services.Add(new LlmFailoverHandler(options.Failover, health, Classifier, Budget, tokens, time));
        LlmCacheLayer cache = services.Add(new LlmCacheLayer(options.Cache, time, SecondTier));
        PromptEngineer prompts = services.Add(new PromptEngineer(options.Prompts, counter: tokens, timeProvider: time));
        services.Add(prompts.Optimizer);
        LlmQualityMonitor quality = services.Add(new LlmQualityMonitor(options.Quality, time));
        if (Retriever is not null)
        {
            services.Add(Retriever);
        }

        var feedback = new RouteFeedback(router);
        var models = new ModelStage(new RouteFacts(catalog, tokens), clients, router, failover, feedback);
        var completion = new AnswerCompletion(feedback, tokens, quality, prompts);
        var preparation = new RequestPreparation(catalog, prompts, Retriever, options, Panel is { } panel ? PanelStage.VersionOf(panel.Members, panel.Options) : null);
        var single = new AnswerStage(cache, models, completion, panel: null);
        AnswerStage answers = Panel is null ? single : new AnswerStage(cache, models, completion, MakePanel(new CacheEntryClient(preparation, single, services), tokens, services));
        return new PipelineParts(preparation, answers, new PipelineFacts(catalog, cache, health, tokens), services, clients);
    }

    private PanelStage MakePanel(CacheEntryClient entry, TokenCounter tokens, PipelineServices services)
    {
        (EnsembleMember[] members, EnsembleOptions panel) = Panel!.Value;
        return new PanelStage(services.Add(new MultiModelEnsembler(members, entry, panel, Classifier, Budget, tokens, time, random: null, PanelStage.HostOf(catalog))));
    }
}
