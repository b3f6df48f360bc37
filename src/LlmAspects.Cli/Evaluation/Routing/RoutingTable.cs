using System.Globalization;
using System.Text;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation.Routing;

/// <summary>The figures of <c>eval routing</c> in columns.</summary>
internal static class RoutingTable
{
    private static readonly string[] Titles = ["Data", "Folds", "Questions", "Router", "Best single", "Random", "Oracle", "Gain", "95 % interval", "Gain over", "Strong calls"];

    public static string Write(IReadOnlyList<RoutingScore> scores)
    {
        var text = new StringBuilder();
        TextColumns.Append(text, names: 2, [Titles, .. scores.Select(Row)]);
        foreach (RoutingScore score in scores.DistinctBy(static score => score.Data))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Best single model of {score.Data}: {score.BestSingleModel}.");
        }

        return text.ToString();
    }

    private static string[] Row(RoutingScore score) =>
    [
        score.Data,
        score.Folds,
        score.Questions.ToString(CultureInfo.InvariantCulture),
        FigureText.Number(score.Router),
        FigureText.Number(score.BestSingle),
        FigureText.Number(score.Random),
        FigureText.Number(score.Oracle),
        FigureText.Signed(score.Gain.Mean),
        FigureText.Signed(score.Gain),
        score.Reference,
        FigureText.Percent(score.StrongCalls),
    ];
}
