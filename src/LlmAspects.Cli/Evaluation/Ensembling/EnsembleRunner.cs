using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation.Ensembling;

/// <summary>Runs <c>eval ensemble</c>: reads, learns, scores, writes; once with all members and once without the best.</summary>
/// <param name="terminal">Where people read.</param>
/// <param name="writer">Where the figures go.</param>
/// <param name="currentFolder">Where relative paths begin.</param>
internal sealed class EnsembleRunner(ITerminal terminal, FigureWriter writer, string currentFolder)
{
    public async Task<int> RunAsync(EnsembleEvalOptions options, CancellationToken cancellationToken)
    {
        var data = EnsembleData.Read(Path.GetFullPath(options.Data, currentFolder));
        if (data.Outcomes.Count < options.Folds)
        {
            throw new CliException($"'{options.Data}' has {data.Outcomes.Count} questions, fewer than the {options.Folds} folds.", ExitCodes.Usage);
        }

        int best = new EnsembleVoter(data.Outcomes).Best;
        EnsembleScore[] scores =
        [
            await ScoreAsync(data, "all", options, cancellationToken).ConfigureAwait(false),
            await ScoreAsync(data.Without(best), "without the best", options, cancellationToken).ConfigureAwait(false),
        ];
        writer.Write(options.Output, EnsembleFigures.Of(scores), () => EnsembleTable.Write(scores));
        return ExitCodes.Success;
    }

    private async Task<EnsembleScore> ScoreAsync(EnsembleData data, string panel, EnsembleEvalOptions options, CancellationToken cancellationToken)
    {
        int[][] folds = [.. Enumerable.Range(1, options.Seeds).Select(seed => Folds.AtRandom(data.Outcomes.Count, options.Folds, seed))];
        EnsembleScore? score = null;
        await terminal.RunWithProgressAsync($"Learning, {panel}", options.Seeds, progress =>
            Task.Run(() => score = EnsembleEvaluator.CrossValidate(data, panel, folds, progress, cancellationToken), cancellationToken)).ConfigureAwait(false);
        return score!;
    }
}
