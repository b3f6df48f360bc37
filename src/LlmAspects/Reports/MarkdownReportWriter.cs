using System.Text;
using LlmAspects.Errors;
using LlmAspects.Tracing;
using static LlmAspects.Reports.MarkdownText;

namespace LlmAspects.Reports;

/// <summary>Writes a report as Markdown, section by section; sections without content are left out.</summary>
internal static class MarkdownReportWriter
{
    internal static string Write(PerformanceReport report)
    {
        var text = new StringBuilder();
        Line(text, "# Performance report");
        Line(text);
        Line(text, $"Generated {Time(report.GeneratedAt)}.");
        if (report.Properties.Count > 0)
        {
            Line(text);
        }

        foreach (var (name, value) in report.Properties.OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            Line(text, $"- {Escape(name)}: {Escape(value)}");
        }

        WriteOperations(text, report.Operations);
        WriteStreams(text, report.Operations);
        MarkdownFactsWriter.WriteErrorGroups(text, report.ErrorGroups);
        WriteErrors(text, report);
        MarkdownFactsWriter.WriteModels(text, report.Models);
        MarkdownFactsWriter.WriteCaches(text, report.Caches);
        MarkdownFactsWriter.WriteCircuits(text, report.Circuits);
        WriteTraces(text, report.Traces);
        WriteNotes(text, report.Notes);
        return text.ToString();
    }

    private static void WriteOperations(StringBuilder text, IReadOnlyList<PerformanceStats> operations)
    {
        Table(text, "Operations (durations in ms)", "Operation | Calls | Errors | Error rate | Cancelled | Mean | P50 | P95 | P99 | Max", operations, stats =>
        [
            Escape($"{stats.Component}.{stats.Operation}"), Count(stats.Count), Count(stats.ErrorCount), Percent(stats.ErrorRate), Count(stats.CancelledCount),
            Milliseconds(stats.MeanMilliseconds), Milliseconds(stats.P50Milliseconds), Milliseconds(stats.P95Milliseconds), Milliseconds(stats.P99Milliseconds),
            Milliseconds(stats.MaxMilliseconds),
        ]);
    }

    private static void WriteStreams(StringBuilder text, IReadOnlyList<PerformanceStats> operations)
    {
        Table(text, "Streams (times in ms)", "Operation | Streams | Items | To first item | Between items | Disposed early | Abandoned", [.. operations.Where(stats => stats.StreamCount > 0)], stats =>
        [
            Escape($"{stats.Component}.{stats.Operation}"), Count(stats.StreamCount), Count(stats.ItemCount), Milliseconds(stats.MeanTimeToFirstItemMilliseconds),
            Milliseconds(stats.MeanTimeBetweenItemsMilliseconds), Count(stats.DisposedEarlyCount), Count(stats.AbandonedCount),
        ]);
    }

    private static void WriteErrors(StringBuilder text, PerformanceReport report)
    {
        Table(text, $"Errors ({Count(report.Errors.Count)} of {Count(report.ErrorCount)})", "Time | Operation | Type | Message | Path | Tags", report.Errors, error =>
        [
            Time(error.Timestamp), Escape($"{error.Component}.{error.Operation}"), Escape(TypeOf(error)), Escape(error.Message ?? "not recorded"),
            Escape(string.Join(" > ", error.Path)), Escape(TagsOf(error)),
        ]);
    }

    private static void WriteTraces(StringBuilder text, IReadOnlyList<TraceNode> traces)
    {
        if (traces.Count == 0)
        {
            return;
        }

        Heading(text, "Traces");
        foreach (var trace in traces)
        {
            WriteNode(text, trace, depth: 0);
        }
    }

    private static void WriteNode(StringBuilder text, TraceNode node, int depth)
    {
        var outcome = node.Outcome switch
        {
            OperationOutcome.Failed => $" failed: {node.ErrorType ?? "error"}",
            OperationOutcome.Cancelled => " cancelled",
            OperationOutcome.DisposedEarly => " disposed early",
            OperationOutcome.Abandoned => " abandoned",
            _ => string.Empty,
        };
        Line(text, $"{new string(' ', 2 * depth)}- {Escape(node.Name)} {Milliseconds(node.DurationMilliseconds)} ms{Escape(outcome)}");
        foreach (var child in node.Children)
        {
            WriteNode(text, child, depth + 1);
        }

        if (node.DroppedSpans > 0)
        {
            Line(text, $"{new string(' ', 2 * (depth + 1))}- {Count(node.DroppedSpans)} more spans were left out");
        }
    }

    private static void WriteNotes(StringBuilder text, IReadOnlyList<string> notes)
    {
        if (notes.Count == 0)
        {
            return;
        }

        Heading(text, "Notes");
        foreach (var note in notes)
        {
            Line(text, $"- {Escape(note)}");
        }
    }

    internal static void Table<TRow>(StringBuilder text, string title, string header, IReadOnlyCollection<TRow> rows, Func<TRow, string[]> cells)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Heading(text, title);
        Line(text, $"| {header} |");
        Line(text, string.Concat(Enumerable.Repeat("|---", header.Count(character => character == '|') + 1)) + "|");
        foreach (var row in rows)
        {
            Line(text, $"| {string.Join(" | ", cells(row))} |");
        }
    }

    private static void Heading(StringBuilder text, string title)
    {
        Line(text);
        Line(text, $"## {title}");
        Line(text);
    }

    private static string TypeOf(ErrorRecord error) => error.CauseType is { } cause ? $"{error.ExceptionType} (cause: {cause})" : error.ExceptionType;

    private static string TagsOf(ErrorRecord error) =>
        string.Join(", ", error.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));

    private static void Line(StringBuilder text, string line = "") => text.Append(line).Append('\n');
}
