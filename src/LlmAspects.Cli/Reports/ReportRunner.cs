using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Reports;

/// <summary>The <c>report</c> command from its options to its exit code.</summary>
/// <param name="terminal">Where it writes.</param>
/// <param name="currentFolder">Where relative paths begin.</param>
internal sealed class ReportRunner(ITerminal terminal, string currentFolder)
{
    public int Run(ReportOptions options)
    {
        string? html = Target(options.Html, options.Force, ReportFolder.HtmlStart);
        string? markdown = Target(options.Markdown, options.Force, ReportFolder.MarkdownStart);
        StoredReport report = StoredReport.Read(Path.GetFullPath(options.Path, currentFolder));
        Write(html, report.Html);
        Write(markdown, report.Markdown);
        return ExitCodes.Success;
    }

    private string? Target(string? path, bool force, string start)
    {
        if (path is null)
        {
            return null;
        }

        string target = Path.GetFullPath(path, currentFolder);
        if (!force)
        {
            ReportFile.RequireOwn(target, start);
        }

        return target;
    }

    private void Write(string? target, string content)
    {
        if (target is not null)
        {
            ReportFile.Replace(target, content);
            terminal.Text($"Report: {target}");
        }
    }
}
