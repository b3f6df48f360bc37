using LlmAspects.Components.Caching;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;
using LlmAspects.Reports;

namespace LlmAspects.Components.Pipeline;

/// <summary>What a pipeline tells a report. Read past the aspects: a report that is looked at must not fill itself with its own looking.</summary>
internal sealed class PipelineFacts(ModelCatalog catalog, LlmCacheLayer cache, ModelHealth health, TokenCounter tokens) : IReportSource
{
    public ReportFacts GetReportFacts() => new()
    {
        Models = [.. tokens.Snapshot().ByModel.Select(static pair => Describe(pair.Key, pair.Value))],
        Caches = [Describe(cache.Snapshot(), cache.Capacity)],
        Circuits = [.. catalog.Models.Select(model => Describe(model.Id, health.Read(model)))],
    };

    private static ModelUsage Describe(string model, UsageTotals totals) => new()
    {
        Model = model,
        Calls = totals.Calls,
        InputTokens = totals.InputTokens,
        OutputTokens = totals.OutputTokens,
        CachedInputTokens = totals.CachedInputTokens,
        ReasoningTokens = totals.ReasoningTokens,
        Cost = totals.UnpricedCalls < totals.Calls ? totals.Cost : null,
        UnpricedCalls = totals.UnpricedCalls,
    };

    private static CacheStatus Describe(CacheStatistics statistics, int capacity) => new()
    {
        Name = "llm_cache_layer",
        Entries = statistics.Count,
        Capacity = capacity,
        Hits = statistics.Hits,
        Misses = statistics.Misses,
        Evicted = statistics.Evicted,
        Expired = statistics.Expired,
        CostSaved = statistics.CostSaved,
    };

    private static CircuitStatus Describe(string name, ModelHealthSnapshot snapshot) => new()
    {
        Name = name,
        Component = "llm_failover_handler",
        State = snapshot.State switch
        {
            BreakerState.Open => CircuitState.Open,
            BreakerState.HalfOpen => CircuitState.HalfOpen,
            _ => CircuitState.Closed,
        },
        UnavailableUntil = snapshot.UnavailableUntil,
        Reason = snapshot.Reason,
        InFlight = snapshot.InFlight,
        LatencyMilliseconds = snapshot.Latency?.TotalMilliseconds,
    };
}
