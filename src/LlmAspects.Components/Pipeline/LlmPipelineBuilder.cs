using LlmAspects.Components.Caching;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Prompting;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Retrieval;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Pipeline;

/// <summary>Joins models and components into an <see cref="LlmPipeline"/>. Not thread-safe.</summary>
public sealed class LlmPipelineBuilder
{
    private readonly List<(ModelInfo Model, IChatClient Client)> _models = [];
    private readonly LlmPipelineOptions _options = new();
    private IRetriever? _retriever;
    private IBudgetLedger? _budget;
    private readonly List<IProviderErrorReader> _errorReaders = [];
    private TimeProvider _timeProvider = TimeProvider.System;

    /// <summary>Adds a model. The order breaks ties.</summary>
    /// <param name="model">What the model can do and what it costs.</param>
    /// <param name="client">How it is called; it must not retry by itself. The pipeline disposes it.</param>
    public LlmPipelineBuilder AddModel(ModelInfo model, IChatClient client)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(client);
        _models.Add((model, client));
        return this;
    }

    /// <summary>Adds retrieved pieces to every question.</summary>
    /// <param name="retriever">Where they come from.</param>
    public LlmPipelineBuilder UseRetriever(IRetriever retriever)
    {
        ArgumentNullException.ThrowIfNull(retriever);
        _retriever = retriever;
        return this;
    }

    /// <summary>Reserves every attempt in a budget.</summary>
    /// <param name="ledger">The budget.</param>
    public LlmPipelineBuilder UseBudget(IBudgetLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        _budget = ledger;
        return this;
    }

    /// <summary>Recognises the exceptions of a provider's library. May be called once for each.</summary>
    /// <param name="reader">Reads type, status and code of an exception.</param>
    public LlmPipelineBuilder UseErrorReader(IProviderErrorReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _errorReaders.Add(reader);
        return this;
    }

    /// <summary>Sets the clock. The default is the system's.</summary>
    /// <param name="timeProvider">The clock of every component.</param>
    public LlmPipelineBuilder UseTimeProvider(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        _timeProvider = timeProvider;
        return this;
    }

    /// <summary>Changes the options.</summary>
    /// <param name="configure">Changes them.</param>
    public LlmPipelineBuilder Configure(Action<LlmPipelineOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(_options);
        return this;
    }

    /// <summary>Makes the pipeline.</summary>
    /// <exception cref="InvalidOperationException">There is no model.</exception>
    /// <exception cref="ArgumentException">Two models have the same id, or an option is out of range.</exception>
    public LlmPipeline Build()
    {
        if (_models.Count == 0)
        {
            throw new InvalidOperationException($"The pipeline has no model. Call {nameof(AddModel)} first.");
        }

        if (_options.RetrievalTop is < 1 or > 100)
        {
            throw new ArgumentOutOfRangeException(nameof(LlmPipelineOptions.RetrievalTop), _options.RetrievalTop, "A request carries 1 to 100 retrieved pieces.");
        }

        var catalog = new ModelCatalog(_models.Select(pair => pair.Model));
        var health = new ModelHealth(_options.Breaker, _timeProvider);
        var router = new LlmRouter(catalog, _options.Router, health, _timeProvider);
        var tokens = new TokenCounter(catalog, _options.Tokens, _timeProvider);
        var failover = new LlmFailoverHandler(_options.Failover, health, new ErrorClassifier(_errorReaders), _budget, tokens, _timeProvider);
        var cache = new LlmCacheLayer(_options.Cache, _timeProvider);
        var prompts = new PromptEngineer(_options.Prompts);
        var quality = new LlmQualityMonitor(_options.Quality, _timeProvider);
        Dictionary<string, IChatClient> clients = _models.ToDictionary(pair => pair.Model.Id, pair => pair.Client, StringComparer.Ordinal);
        return new LlmPipeline(new PipelineParts(
            new RequestPreparation(catalog, prompts, _retriever, _options),
            cache,
            new ModelStage(catalog, clients, router, failover, tokens),
            new AnswerCompletion(router, tokens, quality),
            new PipelineFacts(catalog, cache, health, tokens),
            [catalog, health, router, tokens, failover, cache, prompts, quality, .. _retriever is null ? [] : new object[] { _retriever }],
            [.. _models.Select(pair => pair.Client)]));
    }
}
