using System.Globalization;
using LlmAspects.Tracing;

namespace LlmAspects.Reports.Html;

/// <summary>Numbers and times as a reader wants to see them.</summary>
internal static class HtmlFormat
{
    internal static string Duration(double? milliseconds) => milliseconds switch
    {
        null => "n/a",
        >= 10_000 and var value => Number(value / 1000, "0.#") + " s",
        >= 1000 and var value => Number(value / 1000, "0.##") + " s",
        >= 100 and var value => Number(value, "0") + " ms",
        >= 1 and var value => Number(value, "0.#") + " ms",
        0 => "0 ms",
        var value => Number(value.Value * 1000, "0.##") + " µs",
    };

    internal static string Percent(double? rate) => rate is { } known ? Number(known * 100, "0.##") + " %" : "n/a";

    internal static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    internal static string Cost(decimal? dollars) => dollars is { } known ? "$" + known.ToString("0.######", CultureInfo.InvariantCulture) : "n/a";

    internal static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal static string Outcome(OperationOutcome outcome) => outcome switch
    {
        OperationOutcome.Failed => "failed",
        OperationOutcome.Cancelled => "cancelled",
        OperationOutcome.DisposedEarly => "disposed early",
        OperationOutcome.Expected => "expected exception",
        OperationOutcome.Abandoned => "abandoned",
        _ => "ok",
    };

    internal static string NameOf(PerformanceStats stats) => $"{stats.Component}.{stats.Operation}";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
