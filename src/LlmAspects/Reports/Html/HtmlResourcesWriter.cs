using static LlmAspects.Reports.Html.HtmlFormat;

namespace LlmAspects.Reports.Html;

/// <summary>What the components told: usage of models, caches, circuit breakers.</summary>
internal static class HtmlResourcesWriter
{
    private const int Most = 100;

    internal static void WriteModels(HtmlBuilder html, PerformanceReport report)
    {
        HtmlTableWriter.Write<ModelUsage>(
            html, "Tokens and cost in US dollars, by model", [.. report.Models.Take(Most)],
            new("Model", static model => model.Model), new("Calls", static model => Count(model.Calls), true), new("Input", static model => Count(model.InputTokens), true),
            new("Cached input", static model => Count(model.CachedInputTokens), true), new("Output", static model => Count(model.OutputTokens), true),
            new("Reasoning", static model => Count(model.ReasoningTokens), true), new("Cost", static model => Cost(model.Cost), true),
            new("Calls without price", static model => Count(model.UnpricedCalls), true));
        html.LeftOut(report.Models.Count, Most, "models are");
    }

    internal static void WriteCaches(HtmlBuilder html, PerformanceReport report)
    {
        HtmlTableWriter.Write<CacheStatus>(
            html, "Caches since they were made", [.. report.Caches.Take(Most)],
            new("Cache", static cache => cache.Name), new("Hit ratio", static cache => Percent(cache.HitRatio), true), new("Hits", static cache => Count(cache.Hits), true),
            new("Misses", static cache => Count(cache.Misses), true), new("Entries", static cache => Count(cache.Entries), true),
            new("Capacity", static cache => cache.Capacity is { } capacity ? Count(capacity) : "n/a", true), new("Evicted", static cache => Count(cache.Evicted), true),
            new("Expired", static cache => Count(cache.Expired), true), new("Cost saved", static cache => Cost(cache.CostSaved), true));
        html.LeftOut(report.Caches.Count, Most, "caches are");
    }

    internal static void WriteCircuits(HtmlBuilder html, PerformanceReport report)
    {
        HtmlTableWriter.Write<CircuitStatus>(
            html, "Circuit breakers now", [.. report.Circuits.Take(Most)],
            new("Guards", static circuit => circuit.Name), new("State", static circuit => StateOf(circuit.State)), new("Why", static circuit => circuit.Reason ?? ""),
            new("No calls until", static circuit => circuit.UnavailableUntil is { } until ? Time(until) : ""), new("In flight", static circuit => Count(circuit.InFlight), true),
            new("Mean time", static circuit => Duration(circuit.LatencyMilliseconds), true));
        html.LeftOut(report.Circuits.Count, Most, "circuit breakers are");
    }

    private static string StateOf(CircuitState state) => state switch
    {
        CircuitState.Open => "open: no calls pass",
        CircuitState.HalfOpen => "half open: probing",
        _ => "closed: calls pass",
    };
}
