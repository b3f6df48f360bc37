using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Runs <c>eval quality</c>, <c>eval safety</c> and <c>eval tasks</c>: reads, scores, writes.</summary>
/// <param name="terminal">Where people read.</param>
/// <param name="output">Standard output, for what programs read.</param>
/// <param name="currentFolder">Where relative paths begin.</param>
internal sealed class SuiteRunner(ITerminal terminal, TextWriter output, string currentFolder)
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
        if (options is { Json: true, JsonFile: null })
        {
            output.WriteLine(EvalFigureJson.Write(figures));
        }
        else
        {
            terminal.Text(EvalFigureTable.Write(figures).TrimEnd());
        }

        WriteFile(options.JsonFile, "Figures", () => EvalFigureJson.Write(figures));
        WriteFile(options.Weights, "Weights", () => EvalFigureJson.Write(SafetyEvaluator.Learn(path, cancellationToken)));
        return ExitCodes.Success;
    }

    private void WriteFile(string? name, string what, Func<string> text)
    {
        if (name is not null)
        {
            string file = Path.GetFullPath(name, currentFolder);
            OutputFile.Write(file, text(), $"The {what.ToLowerInvariant()}");
            terminal.Detail($"{what}: {file}");
        }
    }
}
