using LlmAspects.Tracing;
using static LlmAspects.Reports.Html.HtmlFormat;

namespace LlmAspects.Reports.Html;

/// <summary>The last traces as waterfalls: a row a span, a bar where it lay in its trace.</summary>
internal static class HtmlTraceWriter
{
    private const int Most = 10;
    private const int MostSpans = 150;
    private const int DeepestIndent = 8;

    internal static void Write(HtmlBuilder html, PerformanceReport report)
    {
        foreach (var (index, trace) in report.Traces.TakeLast(Most).Reverse().Index())
        {
            WriteTrace(html, trace, unfolded: index == 0);
        }

        html.LeftOut(report.Traces.Count, Most, "earlier traces are");
    }

    private static void WriteTrace(HtmlBuilder html, TraceNode trace, bool unfolded)
    {
        html.Raw(unfolded ? "<details open=\"open\"" : "<details");
        html.Write($" id=\"{html.Id("trace", trace.SpanId)}\"><summary><strong>{trace.Name}</strong> <span class=\"muted\">{Duration(trace.DurationMilliseconds)}, {Outcome(trace.Outcome)}, {Time(trace.StartedAt)}</span></summary>\n");
        HtmlTableWriter.Open(html, $"Spans of trace {trace.TraceId}");
        html.Raw("<thead><tr><th scope=\"col\">Span</th><th scope=\"col\" class=\"n\">Duration</th><th scope=\"col\">Outcome</th><th scope=\"col\">In the trace</th></tr></thead>\n<tbody>\n");
        var leftOut = WriteSpans(html, trace);
        HtmlTableWriter.Close(html);
        if (leftOut > 0)
        {
            html.Write($"<p class=\"muted\">{leftOut:N0} more spans are left out.</p>\n");
        }

        html.Raw("</details>\n");
    }

    // No recursion: a trace may be deeper than the stack likes.
    private static long WriteSpans(HtmlBuilder html, TraceNode trace)
    {
        long seen = 0;
        var pending = new Stack<(TraceNode Node, int Depth)>([(trace, 0)]);
        while (pending.TryPop(out var next))
        {
            if (seen++ < MostSpans)
            {
                WriteSpan(html, trace, next.Node, next.Depth);
            }

            foreach (var child in next.Node.Children.Reverse())
            {
                pending.Push((child, next.Depth + 1));
            }
        }

        return Math.Max(0, seen - MostSpans) + trace.DroppedSpans;
    }

    private static void WriteSpan(HtmlBuilder html, TraceNode trace, TraceNode node, int depth)
    {
        var whole = Math.Max(trace.DurationMilliseconds ?? 0, 0.001);
        var start = Math.Clamp((node.StartedAt - trace.StartedAt).TotalMilliseconds / whole * 100, 0, 99.5);
        var width = Math.Clamp((node.DurationMilliseconds ?? 0) / whole * 100, 0.5, 100 - start);
        var failed = node.Outcome == OperationOutcome.Failed;
        var outcome = node.ErrorType is { } error ? $"{Outcome(node.Outcome)}: {error}" : Outcome(node.Outcome);
        html.Write($"<tr><th scope=\"row\" class=\"span i{Math.Min(depth, DeepestIndent)}\">{node.Name}");
        if (depth > DeepestIndent)
        {
            html.Write($" <span class=\"muted\">(level {depth})</span>");
        }

        html.Write($"</th><td class=\"n\">{Duration(node.DurationMilliseconds)}</td><td{(failed ? HtmlClass.Bad : HtmlClass.None)}>{outcome}</td>");
        html.Write($"<td class=\"flow\"><svg viewBox=\"0 0 100 14\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"track\" y=\"6\" width=\"100\" height=\"2\"/><rect class=\"{(failed ? "err" : "bar")}\" x=\"{start:0.##}\" y=\"1\" width=\"{width:0.##}\" height=\"12\"/></svg></td></tr>\n");
    }
}
