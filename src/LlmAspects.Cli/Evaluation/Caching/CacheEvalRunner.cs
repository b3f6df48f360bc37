using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>Runs <c>eval cache</c>: reads, scores, writes.</summary>
/// <param name="terminal">Where people read; with JSON, the error stream.</param>
/// <param name="output">Where programs read.</param>
/// <param name="currentFolder">Where relative paths begin.</param>
internal sealed class CacheEvalRunner(ITerminal terminal, TextWriter output, string currentFolder)
{
    public async Task<int> RunAsync(CacheEvalOptions options, CancellationToken cancellationToken)
    {
        CacheData? data = options.Data is { } file ? CacheData.Read(Path.GetFullPath(file, currentFolder)) : null;
        IReadOnlyList<EvaluationFigure> figures = [];
        await terminal.RunWithProgressAsync("Scoring the cache", total: 1, progress => Task.Run(
            () =>
            {
                figures = Evaluate(data, options, cancellationToken);
                progress.Report(1);
            },
            cancellationToken)).ConfigureAwait(false);
        if (options.Json)
        {
            await output.WriteLineAsync(EvaluationFigures.ToJson(figures)).ConfigureAwait(false);
        }
        else
        {
            terminal.Text(EvaluationFigures.ToTable(figures).TrimEnd());
        }

        return ExitCodes.Success;
    }

    private static IReadOnlyList<EvaluationFigure> Evaluate(CacheData? data, CacheEvalOptions options, CancellationToken cancellationToken) => data switch
    {
        null => new TraceEvaluator(options.Seeds).EvaluateZipf(cancellationToken),
        { Trace.Length: > 0 } => new TraceEvaluator(options.Seeds).Evaluate(Path.GetFileNameWithoutExtension(options.Data!), data.Trace, options.Slots, cancellationToken),
        _ => new PairEvaluator(options).Evaluate(data.Pairs, cancellationToken),
    };
}
