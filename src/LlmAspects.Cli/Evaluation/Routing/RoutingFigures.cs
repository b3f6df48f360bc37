namespace LlmAspects.Cli.Evaluation.Routing;

/// <summary>The figures of <c>eval routing</c> for programs.</summary>
internal static class RoutingFigures
{
    public static IReadOnlyList<EvalFigure> Of(IEnumerable<RoutingScore> scores) => [.. scores.SelectMany(Of)];

    private static IEnumerable<EvalFigure> Of(RoutingScore score)
    {
        string suite = $"routing/{score.Data}";
        string rule = score.StrongShare is { } part ? $" at {FigureText.Percent(part)} strong calls" : "";
        string Named(string metric) => $"{metric}{rule}, folds {score.Folds}";
        EvalFigure Figure(string metric, double value, double? reference = null, string? name = null) => new(suite, Named(metric), value, Ci95: null, reference, name, score.Questions);
        yield return Figure("router", score.Router, score.BestSingle, $"best single model, {score.BestSingleModel}");
        yield return new EvalFigure(suite, Named("gain"), score.Gain, 0, score.Reference, score.Questions);
        yield return Figure("best_single", score.BestSingle);
        yield return Figure("random", score.Random);
        yield return Figure("oracle", score.Oracle);
        if (score.StrongCalls is { } share)
        {
            yield return Figure("strong_calls", share);
        }
    }
}
