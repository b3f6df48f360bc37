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
        FigureText.Number(figure.Value),
        FigureText.Interval(figure.Ci95),
        FigureText.Number(figure.Reference),
        figure.N.ToString(CultureInfo.InvariantCulture),
    ];
}
