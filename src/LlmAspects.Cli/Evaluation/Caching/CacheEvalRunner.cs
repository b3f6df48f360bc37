using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>Runs <c>eval cache</c>: reads, scores, writes.</summary>
/// <param name="terminal">Where people read.</param>
/// <param name="writer">Where the figures go.</param>
/// <param name="currentFolder">Where relative paths begin.</param>
internal sealed class CacheEvalRunner(ITerminal terminal, FigureWriter writer, string currentFolder)
{
    public async Task<int> RunAsync(CacheEvalOptions options, CancellationToken cancellationToken)
    {
        CacheData? data = options.Data is { } path ? CacheData.Read(Path.GetFullPath(path, currentFolder)) : null;
        IReadOnlyList<EvalFigure> figures = [];
        await terminal.RunWithProgressAsync("Scoring the cache", total: 1, progress => Task.Run(
            () =>
            {
                figures = Evaluate(data, options, cancellationToken);
                progress.Report(1);
            },
            cancellationToken)).ConfigureAwait(false);
        writer.Write(options.Output, figures);
        return ExitCodes.Success;
    }

    private static IReadOnlyList<EvalFigure> Evaluate(CacheData? data, CacheEvalOptions options, CancellationToken cancellationToken)
    {
        var traces = new TraceEvaluator(options.Seeds);
        if (data is null)
        {
            return traces.EvaluateZipf(cancellationToken);
        }

        IEnumerable<EvalFigure> ofPairs = data.Pairs.Count > 0 ? new PairEvaluator(options).Evaluate(data.Pairs, cancellationToken) : [];
        return [.. ofPairs, .. data.Traces.SelectMany(trace => traces.Evaluate(trace.Name, trace.Keys, options.Slots, cancellationToken))];
    }
}
