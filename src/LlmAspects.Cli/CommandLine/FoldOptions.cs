using System.CommandLine;

namespace LlmAspects.Cli.CommandLine;

/// <summary>How data is divided to be cross-validated.</summary>
internal sealed class FoldOptions
{
    public FoldOptions(string? seeds = null)
    {
        Seeds.Description = seeds ?? "How often it is divided anew.";
        Folds.Require(static value => value is >= 2 and <= 100, "--folds needs a number from 2 to 100.");
        Seeds.Require(static value => value is >= 1 and <= 100, "--seeds needs a number from 1 to 100.");
    }

    /// <summary>Into how many parts.</summary>
    public Option<int> Folds { get; } = new("--folds")
    {
        Description = "Into how many parts the file is divided.",
        HelpName = "COUNT",
        DefaultValueFactory = _ => 10,
    };

    /// <summary>How often.</summary>
    public Option<int> Seeds { get; } = new("--seeds")
    {
        HelpName = "COUNT",
        DefaultValueFactory = _ => 3,
    };

    public IEnumerable<Option> All => [Folds, Seeds];
}
