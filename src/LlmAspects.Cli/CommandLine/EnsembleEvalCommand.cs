using System.CommandLine;
using LlmAspects.Cli.Evaluation;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of <c>eval ensemble</c>.</summary>
internal sealed class EnsembleEvalCommand : Command
{
    private readonly Option<string> _data = new("--data")
    {
        Description = "Cross-validates on this file of JSON lines: {\"gold\": text, \"answers\": {model: text}}.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<int> _folds = new("--folds")
    {
        Description = "Into how many parts the file is divided.",
        HelpName = "COUNT",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<int> _seeds = new("--seeds")
    {
        Description = "How often it is divided anew.",
        HelpName = "COUNT",
        DefaultValueFactory = _ => 3,
    };

    private readonly Option<string?> _json = new("--json")
    {
        Description = "Writes the figures as JSON into this file.",
        HelpName = "FILE",
    };

    public EnsembleEvalCommand(Func<EnsembleEvalOptions, CancellationToken, Task<int>> run)
        : base("ensemble", "Compares a panel that learned from labelled answers with its best member, with other ways to count votes and with an oracle.")
    {
        foreach (Option option in (Option[])[_data, _folds, _seeds, _json])
        {
            Options.Add(option);
        }

        _folds.Require(static value => value is >= 2 and <= 100, "--folds needs a number from 2 to 100.");
        _seeds.Require(static value => value is >= 1 and <= 100, "--seeds needs a number from 1 to 100.");
        SetAction((parsed, cancellationToken) => run(
            new EnsembleEvalOptions { Data = parsed.GetRequiredValue(_data), Folds = parsed.GetValue(_folds), Seeds = parsed.GetValue(_seeds), Json = parsed.GetValue(_json) }, cancellationToken));
    }
}
