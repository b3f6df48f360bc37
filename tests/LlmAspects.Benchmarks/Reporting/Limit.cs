using System.Globalization;

namespace LlmAspects.Benchmarks.Reporting;

/// <summary>A budget: a bound, its direction and unit, and the slack that a noisy clock gets.</summary>
internal sealed record Limit(double Bound, bool IsMinimum, string Unit, double Slack)
{
    /// <summary>The slack of everything that is a time.</summary>
    public const double TimeSlack = 0.10;

    public static Limit AtMostTimes(double bound) => new(bound, IsMinimum: false, "x", TimeSlack);

    public static Limit AtLeastTimes(double bound) => new(bound, IsMinimum: true, "x", TimeSlack);

    public static Limit AtMostNanoseconds(double bound) => new(bound, IsMinimum: false, "ns", TimeSlack);

    public static Limit AtLeastMillionsPerSecond(double bound) => new(bound, IsMinimum: true, "M/s", TimeSlack);

    /// <summary>Bytes are counted, not measured: no slack.</summary>
    public static Limit AtMostBytes(double bound) => new(bound, IsMinimum: false, "B", 0);

    /// <summary>Files are counted too.</summary>
    public static Limit AtMostFiles(double bound) => new(bound, IsMinimum: false, "files", 0);

    public bool Allows(double measured) => IsMinimum ? measured >= Bound * (1 - Slack) : measured <= Bound * (1 + Slack);

    public override string ToString() => (IsMinimum ? ">= " : "<= ") + Format(Bound, Unit);

    public static string Format(double value, string unit)
    {
        var digits = unit is "B" or "files" or "methods" ? "0.##" : unit == "ns" ? "0.0" : "0.00";
        var text = value.ToString(digits, CultureInfo.InvariantCulture);
        return unit == "x" ? text + "x" : text + " " + unit;
    }
}
