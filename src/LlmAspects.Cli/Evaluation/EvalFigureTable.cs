using System.Globalization;
using System.Text;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Figures in columns for people.</summary>
internal static class EvalFigureTable
{
    private static readonly string[] Titles = ["Metric", "Reference", "Value", "95 % interval", "Of reference", "Rows"];

    public static string Write(IReadOnlyList<EvalFigure> figures)
    {
        var text = new StringBuilder();
        TextColumns.Append(text, names: 2, [Titles, .. figures.Select(Row)]);
        return text.ToString();
    }

    private static string[] Row(EvalFigure figure) =>
    [
        figure.Metric,
        figure.ReferenceName ?? "",
        Number(figure.Value),
        figure.Ci95 is [var lower, var upper] ? $"{Number(lower)} to {Number(upper)}" : "n/a",
        figure.Reference is { } reference ? Number(reference) : "n/a",
        figure.N.ToString(CultureInfo.InvariantCulture),
    ];

    private static string Number(double value) => value.ToString("0.0000;-0.0000", CultureInfo.InvariantCulture);
}
