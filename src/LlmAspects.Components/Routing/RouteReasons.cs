using System.Globalization;

namespace LlmAspects.Components.Routing;

/// <summary>The figures of a decision in words. Pure.</summary>
internal static class RouteReasons
{
    public static string OfCandidate(in RouteLine line)
    {
        RouteFigure figure = line.Figure;
        RoutingStrategy strategy = line.Header.Strategy;
        string text = strategy switch
        {
            RoutingStrategy.BestQuality => Invariant($"performance {Third(figure.First)}{Sampled(figure)}"),
            RoutingStrategy.MostReliable => Invariant($"share of successes {Third(figure.First)}{Sampled(figure)}"),
            RoutingStrategy.LowestCost => double.IsNaN(figure.Price) ? "its price is not known" : Invariant($"the call costs up to {RoundedPrice.Up(figure.Price)} USD"),
            RoutingStrategy.Fastest => Times(figure),
            RoutingStrategy.RoundRobin => Invariant($"turn {figure.First} of {figure.Second}"),
            RoutingStrategy.Weighted => Invariant($"{(figure.Has(RouteFigure.ChosenFlag) ? "drawn by " : "")}weight {figure.First / 100d:0.##}, calls under way: {figure.Second}"),
            _ => Balanced(line.Model, figure),
        };
        if (strategy == RoutingStrategy.AbTest && figure.Has(RouteFigure.ChosenFlag))
        {
            text = $"assigned to the {(figure.Model == line.Table.Treatment ? "treatment" : "control")} of '{line.Table.Test!.Name}'; {text}";
        }

        return line.HeldBack is { } why ? $"last, because {why}; {text}" : figure.Has(RouteFigure.PreferredFlag) ? $"preferred; {text}" : text;
    }

    public static string OfExclusion(in RouteLine line)
    {
        RouteFigure figure = line.Figure;
        return (RouteExclusionCause)figure.Cause switch
        {
            RouteExclusionCause.Disabled => "it is switched off",
            RouteExclusionCause.NotPinned => $"the request is pinned to '{line.Table.Models[(int)figure.Detail].Id}'",
            RouteExclusionCause.Task => $"it does not do {(LlmTask)figure.Detail}",
            RouteExclusionCause.Capability => $"it lacks {(ModelCapabilities)figure.Detail}",
            RouteExclusionCause.ContextWindow => Size(line.Model, figure.Detail),
            RouteExclusionCause.Cost => double.IsNaN(figure.Price)
                ? Invariant($"its price is not known and the limit is {line.Header.CostLimit} USD")
                : Invariant($"the call may cost up to {RoundedPrice.Up(figure.Price)} USD, the limit is {line.Header.CostLimit} USD"),
            RouteExclusionCause.Latency => Invariant($"it usually takes {figure.Detail / 1_000d:0.###} s, the limit is {line.Header.LatencyLimit.TotalSeconds:0.###} s"),
            _ => line.HeldBack ?? "it is held back",
        };
    }

    private static string Size(ModelInfo model, long detail)
    {
        int output = (int)detail;
        return (detail & RouteFilters.WindowFlag) == 0
            ? Invariant($"it writes at most {model.MaxOutputTokens} tokens, {output} are wanted")
            : Invariant($"its window of {model.ContextWindow} tokens leaves {Math.Max(0, model.ContextWindow - output)} for the input beside {output} of output, and the input is longer");
    }

    private static string Balanced(ModelInfo model, in RouteFigure figure) => Invariant(
        $"score {Third(figure.Score)}: priority {model.Priority:0.00}, performance {Hundredth(figure.First)}{Sampled(figure)}, cost {Hundredth(figure.Second)}, latency {Hundredth(figure.Third)}, load {Hundredth(figure.Fourth)}");

    private static string Times(in RouteFigure figure)
    {
        string usual = Invariant($"usually answers in {figure.First / 1_000d:0.###} s");
        string slow = figure.Second == RouteFigure.Unknown ? "" : Invariant($", 95 % within {figure.Second / 1_000d:0.###} s");
        return figure.Third == RouteFigure.Unknown ? usual + slow : Invariant($"first token usually after {figure.Third / 1_000d:0.###} s; ") + usual + slow;
    }

    private static string Sampled(in RouteFigure figure) => figure.Has(RouteFigure.SampledFlag) ? " (drawn)" : "";

    private static string Hundredth(int value) => (value / 100d).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Third(int value) => (value / 1_000d).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
