using System.Globalization;
using System.Text;
using LlmAspects.Cli.Ask;
using LlmAspects.Cli.Ask.Workflows;
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
        Line(text, $"{report.GeneratedAt:yyyy-MM-dd HH:mm:ss} UTC, {report.Documents.Count} documents from {Markdown.Escape(report.Documents.Source)}, {ModelsOf(report)}.\n");
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

        WriteTable(text, "Panel", answer.Panel is { } panel ? PanelText.RowsOf(panel) : []);
        WriteTable(text, "Nodes", answer.Workflow is { } workflow ? WorkflowText.RowsOf(workflow) : []);
        WriteParts(text, answer.Workflow);
        Line(text, $"\n### Decisions\n");
        foreach (Decision decision in answer.Decisions)
        {
            Line(text, $"- {Markdown.Escape(decision.Component)}: {Markdown.Escape(decision.Choice)} ({Markdown.Escape(decision.Reason)})");
        }

        WriteTrace(text, answer.Trace);
    }

    private static string ModelsOf(AskReport report) =>
        (report.Panel is null ? "model " : "models ") + string.Join(", ", (report.Panel ?? [report.Model]).Select(model => $"{Markdown.Escape(model.Id)}{(model.Endpoint is { } endpoint ? $" at {Markdown.Escape(endpoint)}" : " (in this process)")}"));

    private static void WriteTable(StringBuilder text, string title, string[][] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        Line(text, $"\n### {title}\n\n| {string.Join(" | ", rows[0])} |\n|{string.Concat(Enumerable.Repeat("---|", rows[0].Length))}");
        foreach (string[] row in rows[1..])
        {
            Line(text, $"| {string.Join(" | ", row.Select(Markdown.Escape))} |");
        }
    }

    private static void WriteParts(StringBuilder text, WorkflowReport? workflow)
    {
        foreach (NodeReport node in workflow?.Nodes ?? [])
        {
            Line(text, $"\n- {Markdown.Escape(node.Id)}: {Markdown.Escape(node.Question)}\n  - {Markdown.Escape(node.Answer ?? "no answer")}");
            foreach (CitationReport citation in node.Citations)
            {
                Line(text, $"  - \\[{citation.Number}\\] {Markdown.Escape(citation.Document)}, line {citation.Line}");
            }
        }
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
