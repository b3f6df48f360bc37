using System.Globalization;
using System.Text;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Figures in columns for people, suite by suite.</summary>
internal static class EvalFigureTable
{
    private static readonly string[] Titles = ["Metric", "Reference", "Value", "95 % interval", "Of reference", "Rows"];

    public static string Write(IReadOnlyList<EvalFigure> figures)
    {
        var text = new StringBuilder();
        foreach (IGrouping<string, EvalFigure> suite in figures.GroupBy(static figure => figure.Suite))
        {
            text.AppendLine(suite.Key);
            TextColumns.Append(text, names: 2, [Titles, .. suite.Select(Row)]);
            text.AppendLine();
        }

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
