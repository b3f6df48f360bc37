using LlmAspects.Components;
using LlmAspects.Components.Prompting;

namespace LlmAspects.Cli.Evaluation.Suites;

/// <summary>Scores the detection of tasks, beside keywords and the most frequent label. The rules learn nothing from the rows, so that no row has to be kept apart.</summary>
internal static class TaskEvaluator
{
    private const string Suite = "tasks";

    public static IReadOnlyList<EvalFigure> Score(string path, CancellationToken cancellationToken)
    {
        List<TaskRow> rows = TaskRow.Read(path);
        if (rows.Count == 0)
        {
            throw new CliException("There is no row.", ExitCodes.Usage);
        }

        LlmTask[] labels = [.. rows.Select(static row => row.Task)];
        LlmTask most = labels.CountBy(static label => label).MaxBy(static pair => pair.Value).Key;
        var own = new TaskScore(labels, Detect(rows, cancellationToken));
        var keywords = new TaskScore(labels, [.. rows.Select(static row => KeywordTasks.Guess(row.Text))]);
        var majority = new TaskScore(labels, [.. rows.Select(_ => most)]);
        return
        [
            .. Compare(own, keywords, "keywords", rows.Count),
            .. Compare(own, majority, "most frequent label", rows.Count),
            new EvalFigure(Suite, "coverage", Mean(own.Named), MeanOrZero(keywords.Named), "keywords", own.Named.Count),
        ];
    }

    private static IEnumerable<EvalFigure> Compare(TaskScore own, TaskScore reference, string name, int n)
    {
        int[] all = [.. Enumerable.Range(0, n)];
        yield return new EvalFigure(Suite, "accuracy", Mean(own.Hits), MeanOrZero(reference.Hits), name, n);
        yield return new EvalFigure(Suite, "gain in accuracy", Mean([.. own.Hits.Zip(reference.Hits, static (mine, other) => mine - other)]), 0, name, n);
        if (own.Classes.Count > 0)
        {
            yield return new EvalFigure(Suite, $"macro-F1 of {own.Classes.Count} classes", Interval.Of(n, own.MacroF1), reference.MacroF1(all), name, n);
        }
    }

    private static LlmTask[] Detect(List<TaskRow> rows, CancellationToken cancellationToken)
    {
        var engineer = new PromptEngineer();
        var tasks = new LlmTask[rows.Count];
        for (int row = 0; row < tasks.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            tasks[row] = engineer.DetectTask(rows[row].Text);
        }

        return tasks;
    }

    private static Interval Mean(IReadOnlyList<double> values) => values.Count == 0 ? new Interval(0, 0, 0) : Interval.Of(values, clusters: null);

    private static double MeanOrZero(IReadOnlyList<double> values) => values.Count == 0 ? 0 : values.Average();
}
