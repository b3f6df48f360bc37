using System.Globalization;

namespace LlmAspects.Cli.Ask;

/// <summary>Figures in the tables of an answer.</summary>
internal static class CellText
{
    private const string NotKnown = "-";

    public static string Figure(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? NotKnown;

    public static string Milliseconds(double value) => $"{Figure(value, "0.0")} ms";

    public static string Cost(decimal? cost, bool local) => local ? "local" : cost is { } known ? string.Create(CultureInfo.InvariantCulture, $"${known:0.000000}") : NotKnown;

    public static string Name(string? name) => name ?? NotKnown;
}
