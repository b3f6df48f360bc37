using LlmAspects.Tracing;
using static LlmAspects.Reports.Html.HtmlFormat;

namespace LlmAspects.Reports.Html;

/// <summary>A histogram over a logarithmic axis, with marks at the percentiles.</summary>
internal static class HtmlHistogramWriter
{
    private const double Left = 40;
    private const double Width = 660;
    private const double Top = 46;
    private const double Bottom = 160;
    private const double LeastMilliseconds = 0.0001;

    internal static void Write(HtmlBuilder html, PerformanceStats stats, IReadOnlyList<LatencyBucket> bars)
    {
        var from = Math.Log10(Math.Max(bars[0].FromMilliseconds, LeastMilliseconds));
        var to = Math.Max(Math.Log10(Math.Max(bars[^1].ToMilliseconds, LeastMilliseconds)), from + 0.05);
        double At(double milliseconds) => Left + (Math.Clamp((Math.Log10(Math.Max(milliseconds, LeastMilliseconds)) - from) / (to - from), 0, 1) * Width);

        var title = $"Distribution of the durations of {NameOf(stats)}, logarithmic";
        html.Write($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{title}\"><svg class=\"chart\" viewBox=\"0 0 720 185\" role=\"img\" aria-label=\"{title}\"><title>{title}</title>\n");
        var highest = Math.Max(1, bars.Max(static bar => bar.Count));
        foreach (var bar in bars)
        {
            var height = (Bottom - Top) * bar.Count / highest;
            html.Write($"<rect class=\"bar\" x=\"{At(bar.FromMilliseconds):0.##}\" y=\"{Bottom - height:0.##}\" width=\"{Math.Max(1, At(bar.ToMilliseconds) - At(bar.FromMilliseconds) - 1):0.##}\" height=\"{height:0.##}\"/>");
        }

        html.Write($"\n<line class=\"axis\" x1=\"{Left}\" y1=\"{Bottom}\" x2=\"{Left + Width}\" y2=\"{Bottom}\"/><text x=\"{Left - 4}\" y=\"{Top + 8}\" text-anchor=\"end\">{Count(highest)}</text>");
        html.Write($"<text x=\"{Left}\" y=\"177\">{Duration(bars[0].FromMilliseconds)}</text><text x=\"{Left + Width}\" y=\"177\" text-anchor=\"end\">{Duration(bars[^1].ToMilliseconds)}</text>\n");
        WriteMark(html, "P50", stats.P50Milliseconds, 12, At);
        WriteMark(html, "P95", stats.P95Milliseconds, 26, At);
        WriteMark(html, "P99", stats.P99Milliseconds, 40, At);
        html.Raw("</svg></div>\n");
    }

    // Each label has a line of its own, so that percentiles close to each other stay readable.
    private static void WriteMark(HtmlBuilder html, string name, double? milliseconds, double y, Func<double, double> at)
    {
        if (milliseconds is not { } value)
        {
            return;
        }

        var x = at(value);
        var right = x > 560;
        html.Write($"<line class=\"mark {name.ToLowerInvariant()}\" x1=\"{x:0.##}\" y1=\"{y - 8}\" x2=\"{x:0.##}\" y2=\"{Bottom}\"/>");
        html.Write($"<text x=\"{(right ? x - 4 : x + 4):0.##}\" y=\"{y}\" text-anchor=\"{(right ? "end" : "start")}\">{name} {Duration(value)}</text>\n");
    }
}
