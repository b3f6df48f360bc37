using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation.Retrieval;

/// <summary>Runs <c>eval retrieval</c>: reads, asks, scores, writes.</summary>
/// <param name="terminal">Where people read.</param>
/// <param name="writer">Where the figures go.</param>
/// <param name="currentFolder">Where relative paths begin.</param>
internal sealed class RetrievalRunner(ITerminal terminal, FigureWriter writer, string currentFolder)
{
    public async Task<int> RunAsync(RetrievalOptions options, CancellationToken cancellationToken)
    {
        var data = RetrievalData.Read(Path.GetFullPath(options.Data, currentFolder));
        IReadOnlyList<EvalFigure> figures = [];
        await terminal.RunWithProgressAsync("Searching", data.Topics.Count * RetrievalEvaluator.Rounds(options.Tune), async progress =>
            figures = await new RetrievalEvaluator(data, options.Strategy).ScoreAsync(options.Tune, progress, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        writer.Write(options.Output, figures);
        return ExitCodes.Success;
    }
}
