using LlmAspects.Cli.Terminal;
using LlmAspects.Components.Orchestration;

namespace LlmAspects.Cli.Evaluation.Complexity;

/// <summary>Runs <c>eval complexity</c>: reads, learns, scores, writes.</summary>
/// <param name="terminal">Where people read.</param>
/// <param name="writer">Where the figures go.</param>
/// <param name="currentFolder">Where relative paths begin.</param>
internal sealed class ComplexityRunner(ITerminal terminal, FigureWriter writer, string currentFolder)
{
    public async Task<int> RunAsync(ComplexityEvalOptions options, CancellationToken cancellationToken)
    {
        ComplexitySource[] sources = [.. options.Data
            .SelectMany(path => DataFiles.SomeIn(Path.GetFullPath(path, currentFolder), JsonLines.Ending))
            .SelectMany(file => ComplexitySource.Read(file, options.Cheap))];
        foreach (ComplexitySource source in sources)
        {
            RequireEnough(source, options.Folds);
        }

        var tuning = new ComplexityTuning(sources);
        var figures = new List<EvalFigure>();
        await terminal.RunWithProgressAsync("Learning", sources.Length, progress => Task.Run(
            () =>
            {
                foreach (ComplexitySource source in sources)
                {
                    IReadOnlyList<EvalFigure> some = Score(source, tuning, options, cancellationToken);
                    figures.AddRange(some);
                    progress.Report(Array.IndexOf(sources, source) + 1);
                }
            },
            cancellationToken)).ConfigureAwait(false);
        writer.Write(options.Output, figures);
        if (options.Tune)
        {
            terminal.Text(tuning.Write(cancellationToken).TrimEnd());
        }

        return ExitCodes.Success;
    }

    private static IReadOnlyList<EvalFigure> Score(ComplexitySource source, ComplexityTuning tuning, ComplexityEvalOptions options, CancellationToken cancellationToken)
    {
        IReadOnlyList<Division> divisions = Division.Of([.. source.Rows.Select(static row => row.Task)], options.Folds, options.Seeds);
        ComplexityEvaluator evaluator = !options.Tune
            ? new ComplexityEvaluator(source, ComplexityModel.Prior, "built-in")
            : new ComplexityEvaluator(source, tuning.WithoutFileOf(source, cancellationToken), tuning.HasOtherFilesThan(source) ? "from other files" : "before any data");
        return evaluator.Score(divisions, cancellationToken);
    }

    private static void RequireEnough(ComplexitySource source, int folds)
    {
        int needed = (int)Math.Ceiling(ComplexityModel.MinimumOutcomes * folds / (folds - 1.0)) + 1;
        if (source.Rows.Count < needed)
        {
            throw new CliException($"'{source.File}' has {source.Rows.Count} questions; {needed} are needed with {folds} folds.", ExitCodes.Usage);
        }
    }
}
