using static LlmAspects.Reports.Html.HtmlFormat;

namespace LlmAspects.Reports.Html;

/// <summary>Counts at a glance, what is known of the program, and the remarks of the caller.</summary>
internal static class HtmlOverviewWriter
{
    private const int Most = 50;

    internal static void Write(HtmlBuilder html, PerformanceReport report)
    {
        html.Raw("<dl class=\"tiles\">");
        Tile(html, "Operations", Count(report.Operations.Count));
        Tile(html, "Calls", Count(report.Operations.Sum(static stats => stats.Count)));
        Tile(html, "Errors", Count(report.ErrorCount));
        Tile(html, "Error groups", Count(report.ErrorGroups.Count));
        Tile(html, "Traces", Count(report.Traces.Count));
        if (report.Models.Count > 0)
        {
            Tile(html, "Tokens", Count(report.Models.Sum(static model => model.InputTokens + model.OutputTokens)));
        }

        html.Raw("</dl>\n");
        WriteProperties(html, report.Properties);
    }

    internal static void WriteNotes(HtmlBuilder html, PerformanceReport report)
    {
        html.Raw("<ul>");
        foreach (var note in report.Notes.Take(Most))
        {
            html.Write($"<li>{note}</li>");
        }

        html.Raw("</ul>\n");
        html.LeftOut(report.Notes.Count, Most, "notes are");
    }

    private static void WriteProperties(HtmlBuilder html, IReadOnlyDictionary<string, string> properties)
    {
        if (properties.Count == 0)
        {
            return;
        }

        html.Raw("<dl class=\"facts\">");
        foreach (var (name, value) in properties.OrderBy(static property => property.Key, StringComparer.Ordinal).Take(Most))
        {
            html.Write($"<dt>{name}</dt><dd>{value}</dd>");
        }

        html.Raw("</dl>\n");
        html.LeftOut(properties.Count, Most, "properties are");
    }

    private static void Tile(HtmlBuilder html, string title, string value) => html.Write($"<div><dt>{title}</dt><dd>{value}</dd></div>");
}
