using System.Globalization;
using System.Text;
using LlmAspects.Cli.Reports;

namespace LlmAspects.Cli.Coverage;

/// <summary>The coverage for a pull request or the summary of a build.</summary>
internal static class CoverageMarkdown
{
    public static string Write(CoverageReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Coverage by aspects: {CoverageTable.Percent(report.Percent)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{report.Covered} of {report.Required} methods of {Markdown.Escape(report.Solution)} carry the aspects that they must carry.\n\n");
        text.Append("| Component | Project | Must | Do | Coverage | Traced operations |\n|---|---|---:|---:|---:|---:|\n");
        foreach (ComponentCoverage component in report.Components)
        {
            string figures = string.Join(" | ", CoverageTable.Figures(component.Required, component.Covered, component.Percent, component.Operations));
            text.Append(CultureInfo.InvariantCulture, $"| {Markdown.Escape(component.Name)} | {Markdown.Escape(component.Project)} | {figures} |\n");
        }

        AppendList(text, "Methods that lack aspects", report.Components.SelectMany(static component => component.Missing).Select(static method =>
            string.Create(CultureInfo.InvariantCulture, $"{Markdown.Escape(method.File)}:{method.Line}: {Markdown.Escape(method.Method)} lacks {Markdown.Escape(CoverageTable.Aspects(method))}")));
        AppendList(text, "What could not be loaded", report.Problems.Select(Markdown.Escape));
        return text.ToString();
    }

    private static void AppendList(StringBuilder text, string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n- {string.Join("\n- ", all)}\n");
        }
    }
}
