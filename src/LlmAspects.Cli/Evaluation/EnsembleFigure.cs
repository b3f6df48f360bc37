namespace LlmAspects.Cli.Evaluation;

/// <summary>One figure of <c>eval ensemble</c> for programs.</summary>
/// <param name="Suite">Which panel was scored.</param>
/// <param name="Metric">What the figure says.</param>
/// <param name="Value">The figure.</param>
/// <param name="Ci95">Its 95 % interval; <see langword="null"/> where there is none.</param>
/// <param name="Reference">What the figure compares with; <see langword="null"/> where it stands alone.</param>
/// <param name="N">How many questions there were.</param>
internal sealed record EnsembleFigure(string Suite, string Metric, double Value, double[]? Ci95, string? Reference, int N)
{
    /// <summary>The figures of a score.</summary>
    public static IEnumerable<EnsembleFigure> Of(EnsembleScore score)
    {
        (string Metric, double Value)[] plain =
        [
            ("best_member", score.Best), ("majority", score.Majority), ("by_accuracy", score.ByAccuracy), ("by_log_odds", score.ByLogOdds), ("ours", score.Ours), ("oracle", score.Oracle),
            ("ece", score.CalibrationError), ("guard_overruled", score.Overruled), ("guard_followed", score.Followed),
        ];
        string suite = $"ensemble/{score.Panel}";
        return plain.Select(figure => new EnsembleFigure(suite, figure.Metric, figure.Value, null, null, score.Questions))
            .Append(new EnsembleFigure(suite, "gain", score.Gain.Mean, [score.Gain.Lower, score.Gain.Upper], "best_member", score.Questions));
    }
}
