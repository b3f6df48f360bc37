using System.Globalization;
using System.Text;
using LlmAspects.Errors;
using static LlmAspects.Reports.MarkdownText;

namespace LlmAspects.Reports;

/// <summary>Writes the tables of what was grouped or told by components: kinds of errors, models, caches, circuit breakers.</summary>
internal static class MarkdownFactsWriter
{
    internal static void WriteErrorGroups(StringBuilder text, IReadOnlyList<ErrorGroup> groups) =>
        MarkdownReportWriter.Table(text, "Error groups", "Code | Operation | Occurrences | First seen | Last seen | Latest message | Fingerprint", groups, static group =>
        [
            Escape(group.Code), Escape($"{group.Component}.{group.Operation}"), Count(group.Occurrences), Time(group.FirstSeen), Time(group.LastSeen),
            Escape(group.LatestMessage ?? "not recorded"), Escape(group.Fingerprint),
        ]);

    internal static void WriteModels(StringBuilder text, IReadOnlyList<ModelUsage> models) =>
        MarkdownReportWriter.Table(text, "Models (cost in US dollars)", "Model | Calls | Input tokens | Cached | Output tokens | Reasoning | Cost | Calls without price", models, static model =>
        [
            Escape(model.Model), Count(model.Calls), Count(model.InputTokens), Count(model.CachedInputTokens), Count(model.OutputTokens), Count(model.ReasoningTokens),
            Cost(model.Cost), Count(model.UnpricedCalls),
        ]);

    internal static void WriteCaches(StringBuilder text, IReadOnlyList<CacheStatus> caches) =>
        MarkdownReportWriter.Table(text, "Caches", "Cache | Hit ratio | Hits | Misses | Entries | Capacity | Evicted | Expired | Cost saved", caches, static cache =>
        [
            Escape(cache.Name), Percent(cache.HitRatio), Count(cache.Hits), Count(cache.Misses), Count(cache.Entries), cache.Capacity is { } capacity ? Count(capacity) : "n/a",
            Count(cache.Evicted), Count(cache.Expired), Cost(cache.CostSaved),
        ]);

    internal static void WriteCircuits(StringBuilder text, IReadOnlyList<CircuitStatus> circuits) =>
        MarkdownReportWriter.Table(text, "Circuit breakers", "Guards | State | Why | No calls until | In flight | Mean time in ms", circuits, static circuit =>
        [
            Escape(circuit.Name), circuit.State.ToString(), Escape(circuit.Reason ?? ""), circuit.UnavailableUntil is { } until ? Time(until) : "", Count(circuit.InFlight),
            Milliseconds(circuit.LatencyMilliseconds),
        ]);

    private static string Cost(decimal? dollars) => dollars is { } known ? known.ToString("0.######", CultureInfo.InvariantCulture) : "n/a";
}
