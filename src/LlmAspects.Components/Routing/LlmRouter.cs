using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using LlmAspects.Components.Failover;

namespace LlmAspects.Components.Routing;

/// <summary>
/// Orders the models that can serve a request. Hard filters first (task, capabilities, tokens with the output, cost, latency), then a score:
/// 40 % priority, 30 % observed performance, 20 % cost, 10 % latency, less the load. It reads health and never changes it. Thread-safe.
/// </summary>
[LlmComponent("llm_router")]
public sealed partial class LlmRouter
{
    private readonly ModelCatalog _catalog;
    private readonly LlmRouterOptions _options;
    private readonly IModelHealthReader? _health;
    private readonly OutcomeBook _outcomes;
    private readonly ConcurrentDictionary<string, bool> _enabled = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Counter> _timesFirst = new(StringComparer.Ordinal);
    private long _decisions;
    private long _refusals;

    /// <summary>Creates a router.</summary>
    /// <param name="catalog">The models; a replaced catalogue counts from the next request on.</param>
    /// <param name="options">Weights and limits; <see langword="null"/> gives the defaults.</param>
    /// <param name="health">The health of the models; <see langword="null"/> treats all as available.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public LlmRouter(ModelCatalog catalog, LlmRouterOptions? options = null, IModelHealthReader? health = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _catalog = catalog;
        _options = options ?? new LlmRouterOptions();
        _options.Validate();
        _health = health;
        _outcomes = new OutcomeBook(_options.LearningDecay, _options.MaxLearned);
    }

    /// <summary>Finds the models that can serve a request and orders them.</summary>
    /// <param name="request">What is needed.</param>
    /// <returns>The capable models, best first, and why the others are not among them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The input tokens are negative, or less than one output token is wanted.</exception>
    /// <exception cref="UnknownModelException">The pinned model is not in the catalogue.</exception>
    /// <exception cref="NoCapableModelException">No model passes the filters; it names what was missing of each.</exception>
    [ErrorContext, TracePerformance]
    public partial RouteDecision Route(in RouteRequest request);

    /// <summary>A decision in words: each candidate in order, then each excluded model.</summary>
    /// <param name="decision">The decision.</param>
    [ErrorContext, TracePerformance]
    public partial IReadOnlyList<Decision> Explain(RouteDecision decision);

    /// <summary>Teaches the router how a call went.</summary>
    /// <param name="modelId">The model that served.</param>
    /// <param name="task">What was asked for.</param>
    /// <param name="outcome">How it went.</param>
    /// <param name="tenant">Whose request it was; what is learned stays with the tenant.</param>
    /// <exception cref="UnknownModelException">The model is not in the catalogue.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quality is not from 0 to 1.</exception>
    [ErrorContext, TracePerformance]
    public partial void ReportOutcome(string modelId, LlmTask task, ModelOutcome outcome, string tenant = "");

    /// <summary>Switches a model on or off, over what the catalogue says.</summary>
    /// <param name="modelId">The model.</param>
    /// <param name="enabled">Whether it may be chosen.</param>
    /// <exception cref="UnknownModelException">The model is not in the catalogue.</exception>
    [ErrorContext, TracePerformance]
    public partial void SetEnabled(string modelId, bool enabled);

    /// <summary>What the router did so far.</summary>
    [ErrorContext, TracePerformance]
    public partial RouterStatistics GetStatistics();

    private RouteDecision RouteCore(in RouteRequest request)
    {
        if (request.PinnedModelId is { } pinned)
        {
            Require(pinned);
        }

        ArgumentOutOfRangeException.ThrowIfNegative(request.InputTokens, nameof(request));
        ArgumentOutOfRangeException.ThrowIfLessThan(request.MaxOutputTokens ?? 1, 1, nameof(request));
        double[]? expected = Expect(request.Text.Span);
        var capable = new List<RouteScoring.Facts>();
        ImmutableArray<RouteExclusion>.Builder exclusions = ImmutableArray.CreateBuilder<RouteExclusion>();
        foreach (ModelInfo model in _catalog.Models)
        {
            if (Judge(request, model, ExpectationOf(model, expected), out RouteScoring.Facts facts) is { } exclusion)
            {
                exclusions.Add(exclusion);
            }
            else
            {
                capable.Add(facts);
            }
        }

        if (capable.Count == 0)
        {
            Interlocked.Increment(ref _refusals);
            throw new NoCapableModelException(exclusions.ToImmutable(), _options.NoCapableModelHint);
        }

        var decision = new RouteDecision([.. RouteScoring.Order(capable, request.PreferredModelId, _options)], exclusions.ToImmutable(), "balanced");
        Interlocked.Increment(ref _decisions);
        _timesFirst.GetOrAdd(decision.Model.Id, static _ => new Counter()).Increment();
        return decision;
    }

    private double[]? Expect(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || _options.TextQuality is not { } quality)
        {
            return null;
        }

        double[] expected = new double[quality.ModelIds.Length];
        quality.Predict(text, expected);
        return expected;
    }

    // Of a model that was not among the examples nothing is known.
    private double ExpectationOf(ModelInfo model, double[]? expected) =>
        expected is not null && _options.TextQuality!.ModelIds.IndexOf(model.Id, StringComparer.Ordinal) is >= 0 and var place ? Math.Clamp(expected[place], 0, 1) : OutcomeBook.Prior;

    private RouteExclusion? Judge(in RouteRequest request, ModelInfo model, double expected, out RouteScoring.Facts facts)
    {
        ModelHealthSnapshot health = _health?.Read(model) ?? default;
        TimeSpan latency = health.Latency ?? model.TypicalLatency;
        string? unavailable = health.IsAvailable ? null : health.Reason ?? "its circuit breaker is open";
        facts = new RouteScoring.Facts(
            model,
            _outcomes.Performance(request.Tenant, model.Id, request.Task, expected),
            model.CostOf(request.InputTokens, RouteFilters.OutputTokens(request, model)),
            latency,
            health.InFlight,
            unavailable);
        return RouteFilters.Exclude(request, model, IsEnabled(model), latency)
            ?? (_options.ExcludeUnavailable && unavailable is not null ? new RouteExclusion(model, RouteExclusionCause.Unavailable, unavailable) : null);
    }

    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The wrapper is an instance method, and both parts must agree.")]
    private IReadOnlyList<Decision> ExplainCore(RouteDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        IEnumerable<Decision> candidates = decision.Candidates.Select((candidate, index) => new Decision("llm_router", candidate.Model.Id, $"Place {index + 1} by {decision.Strategy}: {candidate.Reason}."));
        IEnumerable<Decision> exclusions = decision.Exclusions.Select(exclusion => new Decision("llm_router", $"not {exclusion.Model.Id}", $"Excluded: {exclusion.Reason}."));
        return [.. candidates, .. exclusions];
    }

    private void ReportOutcomeCore(string modelId, LlmTask task, ModelOutcome outcome, string tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        Require(modelId);
        if (outcome.Quality is not (null or (>= 0 and <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Quality, "The quality must be from 0 to 1.");
        }

        _outcomes.Add(tenant, modelId, task, outcome);
    }

    private void SetEnabledCore(string modelId, bool enabled)
    {
        Require(modelId);
        _enabled[modelId] = enabled;
    }

    private RouterStatistics GetStatisticsCore() => new(
        Interlocked.Read(ref _decisions),
        Interlocked.Read(ref _refusals),
        [.. _catalog.Models.Select(StatisticsOf)]);

    private ModelRouteStatistics StatisticsOf(ModelInfo model)
    {
        (long outcomes, long successes) = _outcomes.CountsOf(model.Id);
        return new ModelRouteStatistics(model.Id, IsEnabled(model), _timesFirst.TryGetValue(model.Id, out Counter? first) ? first.Value : 0, outcomes, successes);
    }

    private bool IsEnabled(ModelInfo model) => _enabled.TryGetValue(model.Id, out bool enabled) ? enabled : model.Enabled;

    private void Require(string modelId)
    {
        ArgumentNullException.ThrowIfNull(modelId);
        if (!_catalog.TryGet(modelId, out _))
        {
            throw new UnknownModelException(modelId);
        }
    }

    private sealed class Counter
    {
        private long _value;

        public long Value => Interlocked.Read(ref _value);

        public void Increment() => Interlocked.Increment(ref _value);
    }
}
