namespace LlmAspects.Cli.Evaluation.Suites;

/// <summary>Runs <c>eval quality</c>, <c>eval safety</c> and <c>eval tasks</c>: reads, scores, writes.</summary>
/// <param name="writer">Where the figures go.</param>
/// <param name="currentFolder">Where relative paths begin.</param>
internal sealed class SuiteRunner(FigureWriter writer, string currentFolder)
{
    public async Task<int> RunAsync(SuiteOptions options, CancellationToken cancellationToken)
    {
        string path = Path.GetFullPath(options.Data, currentFolder);
        Func<string, CancellationToken, IReadOnlyList<EvalFigure>> score = options.Suite switch
        {
            "safety" => SafetyEvaluator.Score,
            "tasks" => TaskEvaluator.Score,
            _ => QualityEvaluator.Score,
        };
        IReadOnlyList<EvalFigure> figures = await Task.Run(() => score(path, cancellationToken), cancellationToken).ConfigureAwait(false);
        writer.Write(options.Output, figures);
        writer.WriteFile(options.Weights, "Weights", () => EvalFigureJson.Write(SafetyEvaluator.Learn(path, cancellationToken)));
        return ExitCodes.Success;
    }
}
