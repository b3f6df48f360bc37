using System.Globalization;
using System.Text;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation;

/// <summary>The figures of <c>eval retrieval</c> in columns.</summary>
internal static class RetrievalTable
{
    private static readonly string[] Titles = ["Suite", "Measure", "Value", "95 % interval", "Words alone", "Queries"];

    public static string Write(IReadOnlyList<EvaluationFigure> figures)
    {
        var text = new StringBuilder();
        TextColumns.Append(text, names: 2, [Titles, .. figures.Select(Row)]);
        return text.ToString();
    }

    private static string[] Row(EvaluationFigure figure) =>
    [
        figure.Suite,
        figure.Metric,
        Number(figure.Value),
        $"{Number(figure.Interval[0])} to {Number(figure.Interval[1])}",
        figure.Reference is { } reference ? Number(reference) : "n/a",
        figure.Count.ToString(CultureInfo.InvariantCulture),
    ];

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
