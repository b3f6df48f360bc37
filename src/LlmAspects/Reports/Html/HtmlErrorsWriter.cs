using LlmAspects.Errors;
using static LlmAspects.Reports.Html.HtmlFormat;

namespace LlmAspects.Reports.Html;

/// <summary>When errors happened, which kinds there are, and the most recent ones.</summary>
internal static class HtmlErrorsWriter
{
    private const int Most = 50;
    private const int MostParts = 10;

    internal static void Write(HtmlBuilder html, PerformanceReport report)
    {
        if (report.Errors.Count > 0)
        {
            HtmlTimelineWriter.Write(html, report.Errors);
        }

        if (report.ErrorGroups.Count > 0)
        {
            WriteGroups(html, report.ErrorGroups);
        }

        if (report.Errors.Count > 0)
        {
            WriteRecent(html, report);
        }
    }

    private static void WriteGroups(HtmlBuilder html, IReadOnlyList<ErrorGroup> groups)
    {
        html.Raw("<h3>Groups</h3>\n");
        HtmlTableWriter.Write<ErrorGroup>(
            html, "Errors by kind", [.. groups.Take(Most)],
            new("Code", static group => group.Code), new("Operation", static group => $"{group.Component}.{group.Operation}"),
            new("Occurrences", static group => Count(group.Occurrences), true), new("First seen", static group => Time(group.FirstSeen)),
            new("Last seen", static group => Time(group.LastSeen)), new("Latest message", static group => group.LatestMessage ?? "not recorded"),
            new("Fingerprint", static group => group.Fingerprint));
        html.LeftOut(groups.Count, Most, "groups are");
    }

    private static void WriteRecent(HtmlBuilder html, PerformanceReport report)
    {
        html.Raw("<h3>Recent</h3>\n");
        HtmlTableWriter.Write<ErrorRecord>(
            html, $"The latest of {Count(report.ErrorCount)} errors", [.. report.Errors.Take(Most)],
            new("Time", static error => Time(error.Timestamp)), new("Operation", static error => $"{error.Component}.{error.Operation}"), new("Type", TypeOf),
            new("Message", static error => error.Message ?? "not recorded"), new("Path", static error => Join(" > ", error.Path)),
            new("Attempts", static error => Join(", ", [.. error.Attempts.Take(MostParts + 1).Select(static attempt => $"{Count(attempt.Number)}: {attempt.ExceptionType}")])),
            new("Tags", TagsOf), new("Request", static error => error.RequestId ?? ""), new("User", static error => error.UserId ?? ""), new("Trace", static error => error.TraceId ?? ""));
        html.LeftOut(Math.Max(report.ErrorCount, report.Errors.Count), Math.Min(Most, report.Errors.Count), "errors are");
    }

    private static string TypeOf(ErrorRecord error) => error.CauseType is { } cause ? $"{error.ExceptionType} (cause: {cause})" : error.ExceptionType;

    private static string TagsOf(ErrorRecord error) =>
        Join(", ", [.. error.Tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Take(MostParts + 1).Select(static tag => $"{tag.Key}={tag.Value}")]);

    private static string Join(string separator, IReadOnlyList<string> parts) =>
        parts.Count <= MostParts ? string.Join(separator, parts) : string.Join(separator, parts.Take(MostParts)) + separator + "…";
}
