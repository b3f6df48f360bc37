using System.Globalization;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Figures as the tables of evaluations write them.</summary>
internal static class FigureText
{
    public static string Number(double value) => value.ToString("0.0000;-0.0000", CultureInfo.InvariantCulture);

    public static string Number(double? value) => value is { } known ? Number(known) : "n/a";

    public static string Signed(double value) => value.ToString("+0.0000;-0.0000", CultureInfo.InvariantCulture);

    public static string Interval(double[]? ends) => ends is [var lower, var upper] ? $"{Number(lower)} to {Number(upper)}" : "n/a";

    public static string Signed(Interval interval) => $"{Signed(interval.Lower)} to {Signed(interval.Upper)}";

    public static string Percent(double? share) => share is { } known ? known.ToString("0.0 %", CultureInfo.InvariantCulture) : "n/a";
}
