using System.CommandLine;
using LlmAspects.Cli.Evaluation;

namespace LlmAspects.Cli.CommandLine;

/// <summary>Where the figures of an evaluation go, the same for every suite.</summary>
internal sealed class FigureOptions
{
    /// <summary>Whether they are wanted as JSON, and in which file.</summary>
    public Option<string?> Json { get; } = new("--json")
    {
        Description = "Prints the figures as JSON (suite, metric, value, ci95, reference, referenceName, n), or writes them into a file.",
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>What was said.</summary>
    public FigureOutput Read(ParseResult parsed) => new(parsed.GetResult(Json) is not null, parsed.GetValue(Json));
}
