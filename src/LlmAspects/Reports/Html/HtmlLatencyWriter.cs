using LlmAspects.Tracing;
using static LlmAspects.Reports.Html.HtmlFormat;

namespace LlmAspects.Reports.Html;

/// <summary>How the durations of the operations with the most time are distributed.</summary>
internal static class HtmlLatencyWriter
{
    private const int Most = 12;
    private const int Unfolded = 2;

    internal static void Write(HtmlBuilder html, PerformanceReport report)
    {
        PerformanceStats[] measured = [.. report.Operations.Where(static stats => stats.Distribution is { Count: > 0 })
            .OrderByDescending(static stats => stats.TotalMilliseconds ?? 0).ThenBy(NameOf, StringComparer.Ordinal)];
        foreach (var (index, stats) in measured.Take(Most).Index())
        {
            WriteOperation(html, stats, index < Unfolded);
        }

        html.LeftOut(measured.Length, Most, "distributions are");
    }

    private static void WriteOperation(HtmlBuilder html, PerformanceStats stats, bool unfolded)
    {
        var bars = LatencyBars.Of(stats.Distribution!);
        html.Raw(unfolded ? "<details open=\"open\"" : "<details");
        html.Write($" id=\"{html.Id("latency", NameOf(stats))}\"><summary><strong>{NameOf(stats)}</strong> <span class=\"muted\">{Count(stats.Count)} calls, P50 {Duration(stats.P50Milliseconds)}, P95 {Duration(stats.P95Milliseconds)}, P99 {Duration(stats.P99Milliseconds)}</span></summary>\n");
        HtmlHistogramWriter.Write(html, stats, bars);
        html.Write($"<details id=\"{html.Id("latency-numbers", NameOf(stats))}\"><summary>Numbers of the chart</summary>\n");
        HtmlTableWriter.Write<LatencyBucket>(
            html, $"Calls of {NameOf(stats)} by duration", bars,
            new("From", static bar => Duration(bar.FromMilliseconds)), new("To", static bar => Duration(bar.ToMilliseconds), true), new("Calls", static bar => Count(bar.Count), true));
        html.Raw("</details></details>\n");
    }
}
