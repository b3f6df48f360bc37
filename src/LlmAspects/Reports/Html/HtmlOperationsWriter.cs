using LlmAspects.Tracing;
using static LlmAspects.Reports.Html.HtmlFormat;

namespace LlmAspects.Reports.Html;

/// <summary>The operations: the slowest, those that fail, and all with their figures.</summary>
internal static class HtmlOperationsWriter
{
    private const int Most = 100;
    private const int Top = 5;

    internal static void Write(HtmlBuilder html, PerformanceReport report)
    {
        WriteSlowest(html, report.Operations);
        WriteErrorProne(html, report.Operations);
        html.Raw("<h3>All operations</h3>\n");
        PerformanceStats[] rows = [.. report.Operations.OrderByDescending(static stats => stats.TotalMilliseconds ?? 0).ThenBy(NameOf, StringComparer.Ordinal).Take(Most)];
        HtmlTableWriter.Write<PerformanceStats>(
            html, "Calls and durations, the most time first", rows,
            new("Operation", NameOf), new("Calls", static stats => Count(stats.Count), true), new("Errors", static stats => Count(stats.ErrorCount), true),
            new("Error rate", static stats => Percent(stats.ErrorRate), true), new("Cancelled", static stats => Count(stats.CancelledCount), true),
            new("Mean", static stats => Duration(stats.MeanMilliseconds), true), new("P50", static stats => Duration(stats.P50Milliseconds), true),
            new("P95", static stats => Duration(stats.P95Milliseconds), true), new("P99", static stats => Duration(stats.P99Milliseconds), true),
            new("Max", static stats => Duration(stats.MaxMilliseconds), true), new("Total", static stats => Duration(stats.TotalMilliseconds), true));
        html.LeftOut(report.Operations.Count, Most, "operations are");
    }

    private static void WriteSlowest(HtmlBuilder html, IReadOnlyList<PerformanceStats> operations)
    {
        PerformanceStats[] rows = [.. operations.Where(static stats => stats.MeanMilliseconds is not null)
            .OrderByDescending(static stats => stats.MeanMilliseconds).ThenBy(NameOf, StringComparer.Ordinal).Take(Top)];
        if (rows.Length > 0)
        {
            html.Raw("<h3>Slowest</h3>\n");
            HtmlTableWriter.Write<PerformanceStats>(
                html, "The longest mean durations", rows,
                new("Operation", NameOf), new("Mean", static stats => Duration(stats.MeanMilliseconds), true),
                new("Max", static stats => Duration(stats.MaxMilliseconds), true), new("Calls", static stats => Count(stats.Count), true));
        }
    }

    private static void WriteErrorProne(HtmlBuilder html, IReadOnlyList<PerformanceStats> operations)
    {
        PerformanceStats[] rows = [.. operations.Where(static stats => stats.ErrorCount > 0)
            .OrderByDescending(static stats => stats.ErrorRate ?? 0).ThenByDescending(static stats => stats.ErrorCount).ThenBy(NameOf, StringComparer.Ordinal).Take(Top)];
        if (rows.Length > 0)
        {
            html.Raw("<h3>Error-prone</h3>\n");
            HtmlTableWriter.Write<PerformanceStats>(
                html, "The highest error rates", rows,
                new("Operation", NameOf), new("Error rate", static stats => Percent(stats.ErrorRate), true),
                new("Errors", static stats => Count(stats.ErrorCount), true), new("Calls", static stats => Count(stats.Count), true));
        }
    }
}
