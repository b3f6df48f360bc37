using System.Globalization;
using System.Text;
using LlmAspects.Cli.Ask;
using LlmAspects.Components;
using LlmAspects.Tracing;

namespace LlmAspects.Cli.Reports;

/// <summary>The Markdown form of the report. What came from documents, models and servers is escaped: it cannot become a heading, an image, HTML or a link that hides its address.</summary>
internal static class AskReportMarkdown
{
    public static string Write(AskReport report)
    {
        var text = new StringBuilder(ReportFolder.MarkdownStart);
        Line(text, $"# Questions and answers\n");
        Line(text, $"{report.GeneratedAt:yyyy-MM-dd HH:mm:ss} UTC, {report.Documents.Count} documents from {Markdown.Escape(report.Documents.Source)}, model {Markdown.Escape(report.Model.Id)}{(report.Model.Endpoint is { } endpoint ? $" at {Markdown.Escape(endpoint)}" : " (in this process)")}.\n");
        foreach (AnswerReport answer in report.Questions)
        {
            WriteAnswer(text, answer);
        }

        WriteSkipped(text, report.Documents.Skipped);
        return text.Append(report.Performance.ToMarkdown()).ToString();
    }

    private static void WriteAnswer(StringBuilder text, AnswerReport answer)
    {
        Line(text, $"## {Markdown.Escape(answer.Question)}\n");
        Line(text, $"{Markdown.Escape(answer.Answer)}\n");
        foreach (CitationReport citation in answer.Citations)
        {
            Line(text, $"{citation.Number}. {Markdown.Escape(citation.Document)}, line {citation.Line}, offsets {citation.Start}..{citation.End}: \"{Markdown.Escape(citation.Text)}\"");
        }

        Line(text, $"\n| Fact | Value |\n|---|---|");
        foreach ((string name, string value) in AnswerFacts.Of(answer))
        {
            Line(text, $"| {name} | {Markdown.Escape(value)} |");
        }

        Line(text, $"\n### Decisions\n");
        foreach (Decision decision in answer.Decisions)
        {
            Line(text, $"- {Markdown.Escape(decision.Component)}: {Markdown.Escape(decision.Choice)} ({Markdown.Escape(decision.Reason)})");
        }

        WriteTrace(text, answer.Trace);
    }

    private static void WriteTrace(StringBuilder text, TraceNode? trace)
    {
        if (trace is null)
        {
            return;
        }

        Line(text, $"\n### Trace\n\n```text");
        foreach (string line in TraceTree.Draw(trace))
        {
            Line(text, $"{Markdown.Code(line)}");
        }

        Line(text, $"```\n");
    }

    private static void WriteSkipped(StringBuilder text, IReadOnlyList<SkippedReport> skipped)
    {
        if (skipped.Count == 0)
        {
            return;
        }

        Line(text, $"## Not read\n");
        foreach (SkippedReport entry in skipped)
        {
            Line(text, $"- {entry.Count}: {entry.Reason} ({Markdown.Escape(string.Join(", ", entry.Examples))})");
        }

        text.Append('\n');
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
