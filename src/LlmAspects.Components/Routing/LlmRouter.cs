using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using LlmAspects.Components.Failover;

namespace LlmAspects.Components.Routing;

/// <summary>
/// Orders the models that can serve a request. Hard filters first (task, capabilities, tokens with the output, cost, latency), then a strategy; the default is a score:
/// 40 % priority, 30 % observed performance, 20 % cost, 10 % latency, less the load. It reads health and never changes it. Thread-safe.
/// </summary>
[LlmComponent("llm_router")]
public sealed partial class LlmRouter
{
    private readonly ModelCatalog _catalog;
    private readonly LlmRouterOptions _options;
    private readonly IModelHealthReader? _health;
    private readonly OutcomeBook _outcomes;
    private readonly AbTestBook? _test;
    private readonly RouteDraws _draws;
    private readonly TimeProvider _time;
    private readonly Lock _tableGate = new();
    private readonly ConcurrentDictionary<string, bool> _enabled = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ModelSlot> _slots = new(StringComparer.Ordinal);
    private volatile RouteTable? _table;
    private long _decisions;
    private long _refusals;

    /// <summary>Creates a router.</summary>
    /// <param name="catalog">The models; a replaced catalogue counts from the next request on.</param>
    /// <param name="options">Strategy, weights and limits; <see langword="null"/> gives the defaults.</param>
    /// <param name="health">The health of the models; <see langword="null"/> treats all as available.</param>
    /// <param name="timeProvider">The clock by which what was learned fades; <see langword="null"/> is the system's.</param>
    /// <param name="random">The source of draws, used under a lock; <see langword="null"/> makes a new one.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The strategy is an A/B test and there is none, or a test compares a model with itself.</exception>
    public LlmRouter(ModelCatalog catalog, LlmRouterOptions? options = null, IModelHealthReader? health = null, TimeProvider? timeProvider = null, Random? random = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _catalog = catalog;
        _options = options ?? new LlmRouterOptions();
        _options.Validate();
        _health = health;
        _time = timeProvider ?? TimeProvider.System;
        _outcomes = new OutcomeBook(_options, _time);
        _test = _options.AbTest is { } test ? new AbTestBook(test) : null;
        _draws = new RouteDraws(random ?? new Random());
    }

    /// <summary>The models to choose from.</summary>
    internal ModelCatalog Catalog => _catalog;

    /// <summary>The clock.</summary>
    internal TimeProvider Time => _time;

    /// <summary>Finds the models that can serve a request and orders them.</summary>
    /// <param name="request">What is needed.</param>
    /// <returns>The capable models, best first, and why the others are not among them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The input tokens are negative, less than one output token is wanted, or there is no such strategy.</exception>
    /// <exception cref="ArgumentException">The strategy is an A/B test and the options have none.</exception>
    /// <exception cref="UnknownModelException">The pinned model is not in the catalogue.</exception>
    /// <exception cref="NoCapableModelException">No model passes the filters; it names what was missing of each.</exception>
    [ErrorContext, TracePerformance]
    public partial RouteDecision Route(in RouteRequest request);

    /// <summary>A decision in words: each candidate in order, then each excluded model.</summary>
    /// <param name="decision">The decision.</param>
    [ErrorContext, TracePerformance]
    public partial IReadOnlyList<Decision> Explain(in RouteDecision decision);

    /// <summary>Teaches the router how a call went.</summary>
    /// <param name="modelId">The model that served.</param>
    /// <param name="task">What was asked for.</param>
    /// <param name="outcome">How it went.</param>
    /// <param name="tenant">Whose request it was; what is learned stays with the tenant.</param>
    /// <param name="assignmentKey">
    /// The <see cref="RouteRequest.AssignmentKey"/> of the request; <see langword="null"/> is the tenant. An A/B test counts the outcome if the model is that of the key's arm.
    /// </param>
    /// <exception cref="UnknownModelException">The model is not in the catalogue.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quality is not from 0 to 1.</exception>
    [ErrorContext, TracePerformance]
    public partial void ReportOutcome(string modelId, LlmTask task, ModelOutcome outcome, string tenant = "", string? assignmentKey = null);

    /// <summary>Switches a model on or off, over what the catalogue says.</summary>
    /// <param name="modelId">The model.</param>
    /// <param name="enabled">Whether it may be chosen.</param>
    /// <exception cref="UnknownModelException">The model is not in the catalogue.</exception>
    [ErrorContext, TracePerformance]
    public partial void SetEnabled(string modelId, bool enabled);

    /// <summary>The state of the A/B test of the options; <see langword="null"/> when there is none.</summary>
    [ErrorContext, TracePerformance]
    public partial AbTestResult? GetAbTest();

    /// <summary>What the router did so far.</summary>
    [ErrorContext, TracePerformance]
    public partial RouterStatistics GetStatistics();

    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The wrapper is an instance method, and both parts must agree.")]
    private IReadOnlyList<Decision> ExplainCore(in RouteDecision decision)
    {
        string strategy = decision.Strategy;
        IEnumerable<Decision> candidates = decision.Candidates.Select((candidate, index) => new Decision("llm_router", candidate.Model.Id, $"Place {index + 1} by {strategy}: {candidate.Reason}."));
        IEnumerable<Decision> exclusions = decision.Exclusions.Select(exclusion => new Decision("llm_router", $"not {exclusion.Model.Id}", $"Excluded: {exclusion.Reason}."));
        return [.. candidates, .. exclusions];
    }

    private void ReportOutcomeCore(string modelId, LlmTask task, ModelOutcome outcome, string tenant, string? assignmentKey)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        Require(modelId);
        if (outcome.Quality is not (null or (>= 0 and <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Quality, "The quality must be from 0 to 1.");
        }

        SlotOf(modelId).Count(outcome.Succeeded);
        _outcomes.Add(tenant, modelId, task, outcome);
        _test?.Add(modelId, assignmentKey ?? tenant, outcome.Value);
    }

    private AbTestResult? GetAbTestCore() => _test?.Read();

    private void SetEnabledCore(string modelId, bool enabled)
    {
        Require(modelId);
        lock (_tableGate)
        {
            _enabled[modelId] = enabled;
            _table = null;
        }
    }

    private RouterStatistics GetStatisticsCore() => new(
        Interlocked.Read(ref _decisions),
        Interlocked.Read(ref _refusals),
        [.. _catalog.Models.Select(StatisticsOf)]);

    private ModelRouteStatistics StatisticsOf(ModelInfo model)
    {
        ModelSlot slot = SlotOf(model.Id);
        return new ModelRouteStatistics(model.Id, IsEnabled(model), slot.TimesFirst, slot.Outcomes, slot.Successes);
    }

    private ModelSlot SlotOf(string modelId) => _slots.GetOrAdd(modelId, static _ => new ModelSlot());

    private bool IsEnabled(ModelInfo model) => _enabled.TryGetValue(model.Id, out bool enabled) ? enabled : model.Enabled;

    private void Require(string modelId)
    {
        ArgumentNullException.ThrowIfNull(modelId);
        if (!_catalog.TryGet(modelId, out _))
        {
            throw new UnknownModelException(modelId);
        }
    }
}
