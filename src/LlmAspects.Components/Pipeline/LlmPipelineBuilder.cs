using LlmAspects.Components.Caching.SecondTier;
using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Failover;
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
    private (ModelCatalog Catalog, Func<ModelInfo, IChatClient> CreateClient)? _shared;
    private IRetriever? _retriever;
    private IBudgetLedger? _budget;
    private SecondCacheTier? _secondTier;
    private (EnsembleMember[] Members, EnsembleOptions Options)? _panel;
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

    /// <summary>Takes the models of a catalogue that may be replaced at run time; instead of <see cref="AddModel"/>.</summary>
    /// <param name="catalog">The models; a replaced catalogue counts from the next request on.</param>
    /// <param name="createClient">
    /// Makes the client of a model when it is first called, and again when its provider or endpoint change; the client must not retry by itself. The pipeline disposes the clients.
    /// </param>
    public LlmPipelineBuilder UseModels(ModelCatalog catalog, Func<ModelInfo, IChatClient> createClient)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(createClient);
        _shared = (catalog, createClient);
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

    /// <summary>Shares stored answers with other processes.</summary>
    /// <param name="secondTier">Where they are.</param>
    public LlmPipelineBuilder UseSecondCacheTier(SecondCacheTier secondTier)
    {
        ArgumentNullException.ThrowIfNull(secondTier);
        _secondTier = secondTier;
        return this;
    }

    /// <summary>
    /// Lets a panel of models answer each request that pins no model, gives no tools and does not say otherwise by <see cref="LlmChatOptions.UseEnsemble"/>. Each member is asked
    /// through cache and failover with its own model pinned; with a budget all are reserved before one is asked. The panel's stream is one piece.
    /// </summary>
    /// <param name="members">The models and their weights; they must be models of the pipeline.</param>
    /// <param name="options">How their answers become one; <see langword="null"/> gives the defaults, with the quality that the pipeline measures.</param>
    public LlmPipelineBuilder UseEnsemble(IReadOnlyList<EnsembleMember> members, EnsembleOptions? options = null)
    {
        EnsembleMember.Validate(members, nameof(members));
        _panel = ([.. members], options ?? new EnsembleOptions());
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
    /// <exception cref="InvalidOperationException">There is no model, or there are models of both <see cref="AddModel"/> and <see cref="UseModels"/>.</exception>
    /// <exception cref="ArgumentException">Two models have the same id, or an option is out of range.</exception>
    public LlmPipeline Build()
    {
        if (_models.Count == 0 == _shared is null)
        {
            throw new InvalidOperationException(_shared is null
                ? $"The pipeline has no model. Call {nameof(AddModel)} first."
                : $"The models come from a catalogue. Add them there, or call {nameof(AddModel)} without {nameof(UseModels)}.");
        }

        if (_options.RetrievalTop is < 1 or > 100)
        {
            throw new ArgumentOutOfRangeException(nameof(LlmPipelineOptions.RetrievalTop), _options.RetrievalTop, "A request carries 1 to 100 retrieved pieces.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(_options.PassageLength, nameof(LlmPipelineOptions.PassageLength));
        ModelCatalog catalog = _shared?.Catalog ?? new ModelCatalog(PricedModels());
        RequireMembers(catalog);
        ModelClients clients = _shared is { } shared ? new ModelClients(catalog, shared.CreateClient) : ModelClients.Of(catalog, _models);
        return new LlmPipeline(new PipelineAssembly(catalog, clients, _options, _timeProvider)
        {
            Retriever = _retriever,
            Budget = _budget,
            SecondTier = _secondTier,
            Panel = _panel,
            Classifier = new ErrorClassifier(_errorReaders),
        }.Build());
    }

    private void RequireMembers(ModelCatalog catalog)
    {
        if (_shared is null && _panel?.Members.FirstOrDefault(member => !catalog.TryGet(member.ModelId, out _)) is { } stranger)
        {
            throw new ArgumentException($"The member '{stranger.ModelId}' of the panel is not a model of the pipeline. Add it with {nameof(AddModel)}, or leave it out of {nameof(UseEnsemble)}.");
        }
    }

    private IEnumerable<ModelInfo> PricedModels()
    {
        IEnumerable<ModelInfo> models = _models.Select(pair => pair.Model);
        return _options.Tokens.Prices is { } prices ? prices.ApplyTo(models, _timeProvider.GetUtcNow()) : models;
    }
}
