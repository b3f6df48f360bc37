using System.CommandLine;
using LlmAspects.Cli.Evaluation.Suites;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of an <c>eval</c> suite that scores one file.</summary>
internal sealed class EvalSuiteCommand : Command
{
    private readonly Option<string> _data;

    private readonly FigureOptions _figures = new();

    private readonly Option<string?> _weights = new("--weights")
    {
        Description = "Writes what is learned from all rows as JSON into this file.",
        HelpName = "FILE",
    };

    public EvalSuiteCommand(string name, string description, string fields, bool learns, Func<SuiteOptions, CancellationToken, Task<int>> run)
        : base(name, description)
    {
        _data = new Option<string>("--data") { Description = $"A file of JSON lines, or a folder of them: {fields}.", HelpName = "PATH", Required = true };
        Options.Add(_data);
        Options.Add(_figures.Json);
        if (learns)
        {
            Options.Add(_weights);
        }

        SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
    }

    private SuiteOptions Read(ParseResult parsed) => new()
    {
        Suite = Name,
        Data = parsed.GetRequiredValue(_data),
        Output = _figures.Read(parsed),
        Weights = Options.Contains(_weights) ? parsed.GetValue(_weights) : null,
    };
}
