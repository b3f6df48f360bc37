using System.CommandLine;
using LlmAspects.Cli.Coverage;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of <c>coverage</c>.</summary>
internal sealed class CoverageCommand : Command
{
    private readonly Argument<string> _path = new("solution")
    {
        Description = "The solution or project, or a folder that holds one. Build it first. [default: the current folder]",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<CoverageFormat> _format = new("--format")
    {
        Description = "table, json or markdown. [default: table]",
        HelpName = "FORMAT",
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Writes into this file, and the table to the terminal. [default: standard output]",
        HelpName = "FILE",
    };

    private readonly Option<double?> _min = new("--min")
    {
        Description = "The least coverage in percent, from 0 to 100; below it the exit code is 1. [default: none]",
        HelpName = "PERCENT",
    };

    private readonly Option<string> _configuration = new("--configuration", "-c")
    {
        Description = "The configuration that was built.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "Debug",
    };

    private readonly Option<bool> _includeTests = new("--include-tests")
    {
        Description = "Counts the methods of test projects too.",
    };

    public CoverageCommand(Func<CoverageOptions, CancellationToken, Task<int>> run)
        : base("coverage", "Shows which methods must carry aspects, which do, and where one is missing.")
    {
        Arguments.Add(_path);
        foreach (Option option in (Option[])[_format, _output, _min, _configuration, _includeTests])
        {
            Options.Add(option);
        }

        _min.Require(static value => value is null or (>= 0 and <= 100), "--min needs a number from 0 to 100.");
        SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
    }

    private CoverageOptions Read(ParseResult parsed) => new()
    {
        Path = parsed.GetValue(_path)!,
        Format = parsed.GetValue(_format),
        Output = parsed.GetValue(_output),
        Min = parsed.GetValue(_min),
        Configuration = parsed.GetValue(_configuration)!,
        IncludeTests = parsed.GetValue(_includeTests),
    };
}
