using static LlmAspects.Reports.Html.HtmlFormat;

namespace LlmAspects.Reports.Html;

/// <summary>Writes the page: one file, well-formed, without a script, that loads nothing.</summary>
internal static class HtmlReportWriter
{
    private static readonly HtmlSection[] Sections =
    [
        new("overview", "At a glance", static _ => true, HtmlOverviewWriter.Write),
        new("traces", "Last traces", static report => report.Traces.Count > 0, HtmlTraceWriter.Write),
        new("latency", "Latency", static report => report.Operations.Any(static stats => stats.Distribution is { Count: > 0 }), HtmlLatencyWriter.Write),
        new("operations", "Operations", static report => report.Operations.Count > 0, HtmlOperationsWriter.Write),
        new("streams", "Streams", static report => report.Operations.Any(static stats => stats.StreamCount > 0), HtmlStreamsWriter.Write),
        new("errors", "Errors", static report => report.Errors.Count > 0 || report.ErrorGroups.Count > 0, HtmlErrorsWriter.Write),
        new("models", "Tokens and cost", static report => report.Models.Count > 0, HtmlResourcesWriter.WriteModels),
        new("caches", "Caches", static report => report.Caches.Count > 0, HtmlResourcesWriter.WriteCaches),
        new("circuits", "Circuit breakers", static report => report.Circuits.Count > 0, HtmlResourcesWriter.WriteCircuits),
        new("notes", "Notes", static report => report.Notes.Count > 0, HtmlOverviewWriter.WriteNotes),
    ];

    internal static string Write(PerformanceReport report)
    {
        var html = new HtmlBuilder();
        HtmlSection[] shown = [.. Sections.Where(section => section.HasData(report))];
        WriteHead(html);
        html.Write($"<header><h1>Performance report</h1><p class=\"muted\">Generated {Time(report.GeneratedAt)}</p></header>\n");
        WriteNavigation(html, shown);
        foreach (var section in shown)
        {
            html.Write($"<section id=\"{section.Id}\" aria-labelledby=\"{section.Id}-title\"><h2 id=\"{section.Id}-title\">{section.Title}</h2>\n");
            section.Write(html, report);
            html.Raw("</section>\n");
        }

        var missing = string.Join(", ", Sections.Except(shown).Select(static section => section.Title));
        if (missing.Length > 0)
        {
            html.Write($"<p class=\"muted\">Nothing was recorded for: {missing}.</p>\n");
        }

        html.Raw("</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    // The comment marks the file as one of this library, so that a tool can tell it from a page of somebody else.
    private static void WriteHead(HtmlBuilder html)
    {
        html.Raw("<!DOCTYPE html>\n<!-- llmaspects-report/1 -->\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        html.Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"/>\n");
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>Performance report</title>\n<style>\n");
        html.Raw(HtmlStyle.Sheet.ReplaceLineEndings("\n"));
        html.Raw("\n</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#overview\">Skip to the report</a>\n<main id=\"report\">\n");
    }

    private static void WriteNavigation(HtmlBuilder html, HtmlSection[] sections)
    {
        html.Raw("<nav aria-label=\"Sections\"><ul>");
        foreach (var section in sections)
        {
            html.Write($"<li><a href=\"#{section.Id}\">{section.Title}</a></li>");
        }

        html.Raw("</ul></nav>\n");
    }
}
