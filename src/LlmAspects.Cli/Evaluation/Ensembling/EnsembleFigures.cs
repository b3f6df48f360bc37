namespace LlmAspects.Cli.Evaluation.Ensembling;

/// <summary>The figures of <c>eval ensemble</c> for programs.</summary>
internal static class EnsembleFigures
{
    private const string BestMember = "best member";

    public static IReadOnlyList<EvalFigure> Of(IEnumerable<EnsembleScore> scores) => [.. scores.SelectMany(Of)];

    private static IEnumerable<EvalFigure> Of(EnsembleScore score)
    {
        string suite = $"ensemble/{score.Panel}";
        EvalFigure Figure(string metric, double value, double? reference = null, string? name = null) => new(suite, metric, value, Ci95: null, reference, name, score.Questions);
        return
        [
            Figure("ours", score.Ours, score.Best, BestMember),
            new EvalFigure(suite, "gain", score.Gain, 0, BestMember, score.Questions),
            Figure("best_member", score.Best),
            Figure("majority", score.Majority),
            Figure("by_accuracy", score.ByAccuracy),
            Figure("by_log_odds", score.ByLogOdds),
            Figure("oracle", score.Oracle),
            Figure("ece", score.CalibrationError),
            Figure("guard_overruled", score.Overruled),
            Figure("guard_followed", score.Followed),
        ];
    }
}
