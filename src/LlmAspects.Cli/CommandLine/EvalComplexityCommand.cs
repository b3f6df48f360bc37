using System.CommandLine;
using LlmAspects.Cli.Evaluation.Complexity;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of <c>eval complexity</c>.</summary>
internal sealed class EvalComplexityCommand : Command
{
    private readonly Option<string[]> _data = new("--data")
    {
        Description = "Questions as JSON lines, a file or a folder of them: {\"query\": text, \"scores\": {model: 0 to 1}, \"task\": optional}; may be repeated.",
        HelpName = "PATH",
        Required = true,
    };

    private readonly Option<string[]> _cheap = new("--cheap")
    {
        Description = "The cheap model, which fails with a score below 0.5; may be repeated. [default: the worse of two models]",
        HelpName = "MODEL",
    };

    private readonly FoldOptions _folds = new();

    private readonly Option<bool> _tune = new("--tune")
    {
        Description = "Leaves the built-in weights aside: scores with weights learned from the other files, and prints those of all.",
    };

    private readonly FigureOptions _figures = new();

    public EvalComplexityCommand(Func<ComplexityEvalOptions, CancellationToken, Task<int>> run)
        : base("complexity", "Scores the estimate that a cheap model fails at a question: as it is, calibrated, and fitted on other outcomes.")
    {
        foreach (Option option in (Option[])[_data, _cheap, .. _folds.All, _tune, _figures.Json])
        {
            Options.Add(option);
        }

        SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
    }

    private ComplexityEvalOptions Read(ParseResult parsed) => new()
    {
        Data = parsed.GetRequiredValue(_data),
        Cheap = parsed.GetValue(_cheap) ?? [],
        Folds = parsed.GetValue(_folds.Folds),
        Seeds = parsed.GetValue(_folds.Seeds),
        Tune = parsed.GetValue(_tune),
        Output = _figures.Read(parsed),
    };
}
