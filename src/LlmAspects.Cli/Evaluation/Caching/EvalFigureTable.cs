using System.Globalization;
using System.Text;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>Figures in columns.</summary>
internal static class EvalFigureTable
{
    private static readonly string[] Titles = ["Suite", "Metric", "Value", "95 % interval", "Reference", "n"];

    public static string Write(IReadOnlyList<EvalFigure> figures)
    {
        var text = new StringBuilder();
        TextColumns.Append(text, names: 2, [Titles, .. figures.Select(Row)]);
        return text.ToString();
    }

    private static string[] Row(EvalFigure figure) =>
    [
        figure.Suite,
        figure.Metric,
        Number(figure.Value),
        figure.Ci95 is [var lower, var upper] ? $"{Number(lower)} to {Number(upper)}" : "",
        figure.Reference is { } reference ? Number(reference) : "",
        figure.N.ToString(CultureInfo.InvariantCulture),
    ];

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
