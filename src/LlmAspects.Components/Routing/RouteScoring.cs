using System.Globalization;

namespace LlmAspects.Components.Routing;

/// <summary>The weighted score of capable models, relative to the others of the same decision.</summary>
internal static class RouteScoring
{
    private const int HalfLoad = 10;

    /// <summary>What is known of a capable model.</summary>
    internal readonly record struct Facts(ModelInfo Model, double Performance, decimal? Cost, TimeSpan Latency, int InFlight, string? Unavailable);

    /// <summary>Orders the models: available before unavailable, the preferred one first, then by score; ties keep the order of the catalogue.</summary>
    public static IEnumerable<RouteCandidate> Order(IReadOnlyList<Facts> capable, string? preferredModelId, LlmRouterOptions options)
    {
        decimal dearest = capable.Max(facts => facts.Cost ?? 0m);
        double fastest = capable.Min(facts => facts.Latency.TotalSeconds);
        return capable
            .Select(facts => (facts, candidate: Score(facts, dearest, fastest, facts.Model.Id == preferredModelId, options)))
            .OrderBy(scored => scored.facts.Unavailable is null ? 0 : 1)
            .ThenBy(scored => scored.facts.Model.Id == preferredModelId ? 0 : 1)
            .ThenByDescending(scored => scored.candidate.Score)
            .Select(scored => scored.candidate);
    }

    private static RouteCandidate Score(Facts facts, decimal dearest, double fastest, bool preferred, LlmRouterOptions options)
    {
        double cost = facts.Cost is not { } price ? 0 : dearest == 0 ? 1 : 1 - (double)(price / dearest);
        double latency = facts.Latency.TotalSeconds <= 0 ? 1 : fastest / facts.Latency.TotalSeconds;
        double load = options.LoadWeight * facts.InFlight / (facts.InFlight + HalfLoad);
        double score = (options.PriorityWeight * facts.Model.Priority)
            + (options.PerformanceWeight * facts.Performance)
            + (options.CostWeight * cost)
            + (options.LatencyWeight * latency)
            - load;
        string figures = string.Create(
            CultureInfo.InvariantCulture,
            $"score {score:0.000}: priority {facts.Model.Priority:0.00}, performance {facts.Performance:0.00}, cost {cost:0.00}, latency {latency:0.00}, load {load:0.00}");
        string reason = facts.Unavailable is { } why ? $"last, because {why}; {figures}" : preferred ? $"preferred; {figures}" : figures;
        return new RouteCandidate(facts.Model, score, reason);
    }
}
