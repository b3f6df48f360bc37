using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation;

/// <summary>Writes figures in columns for people, and as JSON for programs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<EvaluationFigure>))]
internal sealed partial class EvaluationFigures : JsonSerializerContext
{
    private static readonly string[] Titles = ["Suite", "Metric", "Value", "95 % interval", "Reference", "N"];

    public static string ToJson(IReadOnlyList<EvaluationFigure> figures) => JsonSerializer.Serialize(figures, Default.IReadOnlyListEvaluationFigure);

    public static string ToTable(IReadOnlyList<EvaluationFigure> figures)
    {
        var text = new StringBuilder();
        TextColumns.Append(text, names: 2, [Titles, .. figures.Select(Row)]);
        return text.ToString();
    }

    private static string[] Row(EvaluationFigure figure) =>
    [
        figure.Suite,
        figure.Metric,
        FigureText.Number(figure.Value),
        FigureText.Interval(figure.Ci95),
        FigureText.Number(figure.Reference),
        figure.N.ToString(CultureInfo.InvariantCulture),
    ];
}
