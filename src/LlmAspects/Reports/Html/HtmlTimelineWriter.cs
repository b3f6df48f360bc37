using LlmAspects.Errors;
using static LlmAspects.Reports.Html.HtmlFormat;

namespace LlmAspects.Reports.Html;

/// <summary>A chart of the errors over time.</summary>
internal static class HtmlTimelineWriter
{
    private const int Bins = 30;
    private const double Left = 40;
    private const double Width = 660;
    private const double Bottom = 110;
    private const double Height = 95;

    internal static void Write(HtmlBuilder html, IReadOnlyList<ErrorRecord> errors)
    {
        var first = errors.Min(static error => error.Timestamp);
        var last = errors.Max(static error => error.Timestamp);
        var step = TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerSecond, ((last - first).Ticks / Bins) + 1));
        var counts = new int[Bins];
        foreach (var error in errors)
        {
            counts[(error.Timestamp - first).Ticks / step.Ticks]++;
        }

        html.Raw("<h3>Timeline</h3>\n");
        WriteChart(html, counts, first, first + (Bins * step));
        html.Raw("<details id=\"timeline-numbers\"><summary>Numbers of the chart</summary>\n");
        HtmlTableWriter.Write<(int Index, int Item)>(
            html, "Errors over time", [.. counts.Index().Where(static bin => bin.Item > 0)],
            new("From", bin => Time(first + (bin.Index * step))), new("To", bin => Time(first + ((bin.Index + 1) * step))), new("Errors", static bin => Count(bin.Item), true));
        html.Raw("</details>\n");
    }

    private static void WriteChart(HtmlBuilder html, int[] counts, DateTimeOffset from, DateTimeOffset to)
    {
        var title = $"Errors from {Time(from)} to {Time(to)}";
        html.Write($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{title}\"><svg class=\"chart\" viewBox=\"0 0 720 132\" role=\"img\" aria-label=\"{title}\"><title>{title}</title>\n");
        var highest = counts.Max();
        foreach (var (index, count) in counts.Index())
        {
            var height = Height * count / highest;
            html.Write($"<rect class=\"err\" x=\"{Left + (Width * index / Bins):0.##}\" y=\"{Bottom - height:0.##}\" width=\"{(Width / Bins) - 2:0.##}\" height=\"{height:0.##}\"/>");
        }

        html.Write($"\n<line class=\"axis\" x1=\"{Left}\" y1=\"{Bottom}\" x2=\"{Left + Width}\" y2=\"{Bottom}\"/><text x=\"{Left - 4}\" y=\"24\" text-anchor=\"end\">{Count(highest)}</text>");
        html.Write($"<text x=\"{Left}\" y=\"127\">{Time(from)}</text><text x=\"{Left + Width}\" y=\"127\" text-anchor=\"end\">{Time(to)}</text></svg></div>\n");
    }
}
