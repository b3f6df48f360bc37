using System.CommandLine;
using LlmAspects.Cli.Evaluation.Ensembling;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of <c>eval ensemble</c>.</summary>
internal sealed class EvalEnsembleCommand : Command
{
    private readonly Option<string> _data = new("--data")
    {
        Description = "Cross-validates on this file of JSON lines, or the files of a folder: {\"gold\": text, \"answers\": {model: text}}.",
        HelpName = "PATH",
        Required = true,
    };

    private readonly FoldOptions _folds = new();

    private readonly FigureOptions _figures = new();

    public EvalEnsembleCommand(Func<EnsembleEvalOptions, CancellationToken, Task<int>> run)
        : base("ensemble", "Compares a panel that learned from labelled answers with its best member, with other ways to count votes and with an oracle.")
    {
        foreach (Option option in (Option[])[_data, .. _folds.All, _figures.Json])
        {
            Options.Add(option);
        }

        SetAction((parsed, cancellationToken) => run(
            new EnsembleEvalOptions { Data = parsed.GetRequiredValue(_data), Folds = parsed.GetValue(_folds.Folds), Seeds = parsed.GetValue(_folds.Seeds), Output = _figures.Read(parsed) }, cancellationToken));
    }
}
