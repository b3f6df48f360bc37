using LlmAspects.Components.Quality.Safety;

namespace LlmAspects.Cli.Evaluation.Suites;

/// <summary>Scores the safety model on texts that people judged: learned from the other parts of the file, and as it is built in.</summary>
internal static class SafetyEvaluator
{
    private const string Suite = "safety";
    private const string WordList = "list of words";
    private const int Parts = 10;

    private static readonly int[] Seeds = [1, 2, 3];

    // What a filter of substrings would have.
    private static readonly string[] Words = ["kill", "murder", "bomb", "attack", "shoot", "steal", "weapon", "drug", "poison", "suicide", "hack", "rape", "fraud", "illegal", "destroy"];

    public static IReadOnlyList<EvalFigure> Score(string path, CancellationToken cancellationToken)
    {
        List<SafetyRow> rows = SafetyRow.Read(path);
        bool[] labels = [.. rows.Select(static row => row.IsUnsafe)];
        double reference = new Auroc([.. rows.Select(static row => (double)Words.Count(word => row.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))], labels).Value;
        EvalFigure Figure(string metric, Interval interval) => new(Suite, metric, interval, reference, WordList, rows.Count);
        var figures = new List<EvalFigure> { Figure("AUROC, folds at random", CrossValidate(rows, labels, seed => Folds.AtRandom(rows.Count, Parts, seed), cancellationToken)) };
        string?[] categories = [.. rows.Select(static row => row.Category)];
        if (categories.Distinct(StringComparer.Ordinal).Count() >= Parts)
        {
            figures.Add(Figure("AUROC, folds by category", CrossValidate(rows, labels, seed => Folds.ByGroup(categories, Parts, seed), cancellationToken)));
        }

        figures.Add(Figure("AUROC, built-in weights", new Auroc([.. rows.Select(static row => RiskOf(SafetyModel.Default, row))], labels).WithInterval()));
        return figures;
    }

    /// <summary>Learns from all rows.</summary>
    public static SafetyWeights Learn(string path, CancellationToken cancellationToken)
    {
        var model = Train(SafetyRow.Read(path), cancellationToken);
        return new SafetyWeights(model.TrainedShare, SafetyModel.FeatureNames.Zip(model.Weights).ToDictionary(StringComparer.Ordinal));
    }

    // The mean over the seeds, of the area and of both ends.
    private static Interval CrossValidate(List<SafetyRow> rows, bool[] labels, Func<int, int[]> divide, CancellationToken cancellationToken) =>
        Interval.MeanOf([.. Seeds.Select(seed => new Auroc(OutOfFold(rows, divide(seed), cancellationToken), labels).WithInterval())]);

    private static double[] OutOfFold(List<SafetyRow> rows, int[] folds, CancellationToken cancellationToken)
    {
        double[] risks = new double[rows.Count];
        foreach (int part in folds.Distinct())
        {
            SafetyModel model = Train([.. rows.Where((_, row) => folds[row] != part)], cancellationToken);
            for (int row = 0; row < risks.Length; row++)
            {
                risks[row] = folds[row] == part ? RiskOf(model, rows[row]) : risks[row];
            }
        }

        return risks;
    }

    private static SafetyModel Train(List<SafetyRow> rows, CancellationToken cancellationToken) =>
        rows.Any(static row => row.IsUnsafe) && rows.Any(static row => !row.IsUnsafe)
            ? SafetyModel.Train([.. rows.Select(static row => new SafetyExample(row.Text, row.IsUnsafe))], cancellationToken)
            : throw new CliException("There must be safe and unsafe rows, in every part that is learned from.", ExitCodes.Usage);

    // Where the model abstains it has seen no sign of risk.
    private static double RiskOf(SafetyModel model, SafetyRow row) => model.Risk(row.Text) ?? model.Weights[0];
}
