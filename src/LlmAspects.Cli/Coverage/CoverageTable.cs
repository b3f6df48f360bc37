using System.Globalization;
using System.Text;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Coverage;

/// <summary>Columns for people, then the methods that lack aspects, each as an editor can open it.</summary>
internal static class CoverageTable
{
    private static readonly string[] Titles = ["Component", "Project", "Must", "Do", "Coverage", "Traced operations"];

    public static string Write(CoverageReport report)
    {
        var text = new StringBuilder();
        TextColumns.Append(text, names: 2, [Titles, .. report.Components.Select(Row), ["All", "", .. Figures(report.Required, report.Covered, report.Percent, report.Operations)]]);
        foreach (UncoveredMethod method in report.Components.SelectMany(static component => component.Missing))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{method.File}({method.Line}): {method.Method} lacks {Aspects(method)}");
        }

        return text.ToString();
    }

    // Never rounded up to 100 % while a method is missing.
    public static string Percent(double percent) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(percent * 10) / 10:0.#} %");

    public static string Aspects(UncoveredMethod method) => string.Join(", ", method.Aspects.Select(static aspect => $"[{aspect}]"));

    public static string[] Figures(int required, int covered, double percent, int operations) =>
        [required.ToString(CultureInfo.InvariantCulture), covered.ToString(CultureInfo.InvariantCulture), Percent(percent), operations.ToString(CultureInfo.InvariantCulture)];

    private static string[] Row(ComponentCoverage component) =>
        [component.Name, component.Project, .. Figures(component.Required, component.Covered, component.Percent, component.Operations)];
}
