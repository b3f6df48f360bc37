using System.CommandLine;
using LlmAspects.Cli.Reports;

namespace LlmAspects.Cli.CommandLine;

/// <summary>The command line of <c>report</c>.</summary>
internal sealed class ReportCommand : Command
{
    private readonly Argument<string> _path = new("file")
    {
        Description = "The JSON that PerformanceReport.ToJson wrote, or the report.json of 'ask --report'.",
    };

    private readonly Option<string?> _html = new("--html")
    {
        Description = "Writes the report as one HTML page into this file.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _markdown = new("--markdown")
    {
        Description = "Writes the report as Markdown into this file.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Writes over a file that is no report of this tool.",
    };

    public ReportCommand(Func<ReportOptions, CancellationToken, Task<int>> run)
        : base("report", "Turns a stored report into a page that people can read.")
    {
        Arguments.Add(_path);
        foreach (Option option in (Option[])[_html, _markdown, _force])
        {
            Options.Add(option);
        }

        Validators.Add(result =>
        {
            if (result.GetValue(_html) is null && result.GetValue(_markdown) is null)
            {
                result.AddError("Say what is to be written: --html FILE, --markdown FILE, or both.");
            }
        });
        SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
    }

    private ReportOptions Read(ParseResult parsed) => new()
    {
        Path = parsed.GetValue(_path)!,
        Html = parsed.GetValue(_html),
        Markdown = parsed.GetValue(_markdown),
        Force = parsed.GetValue(_force),
    };
}
