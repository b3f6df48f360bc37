using LlmAspects.Tracing;
using static LlmAspects.Reports.Html.HtmlFormat;

namespace LlmAspects.Reports.Html;

/// <summary>The operations that deliver items.</summary>
internal static class HtmlStreamsWriter
{
    private const int Most = 100;

    internal static void Write(HtmlBuilder html, PerformanceReport report)
    {
        PerformanceStats[] streams = [.. report.Operations.Where(static stats => stats.StreamCount > 0)];
        HtmlTableWriter.Write<PerformanceStats>(
            html, "Streams, with mean times", [.. streams.Take(Most)],
            new("Operation", NameOf), new("Streams", static stats => Count(stats.StreamCount), true), new("Items", static stats => Count(stats.ItemCount), true),
            new("To first item", static stats => Duration(stats.MeanTimeToFirstItemMilliseconds), true),
            new("Between items", static stats => Duration(stats.MeanTimeBetweenItemsMilliseconds), true),
            new("Disposed early", static stats => Count(stats.DisposedEarlyCount), true), new("Abandoned", static stats => Count(stats.AbandonedCount), true));
        html.LeftOut(streams.Length, Most, "streams are");
    }
}
