using System.Net;
using LlmAspects.Reports;

namespace LlmAspects.AspNetCore;

/// <summary>The report as a page without script, the content inside one <c>main</c>.</summary>
internal static class ReportPage
{
    public static string Write(PerformanceReport report) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Performance report</title>
        </head>
        <body>
        <main id="report">
        <h1>Performance report</h1>
        <pre>{WebUtility.HtmlEncode(report.ToMarkdown())}</pre>
        </main>
        </body>
        </html>
        """;
}
