using System.Globalization;
using System.Text;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation;

/// <summary>The figures of <c>eval routing</c> in columns.</summary>
internal static class RoutingTable
{
    private static readonly string[] Titles = ["Folds", "Questions", "Router", "Best single", "Random", "Oracle", "Gain", "95 % interval", "Strong calls"];

    public static string Write(IReadOnlyList<RoutingScore> scores)
    {
        var text = new StringBuilder();
        TextColumns.Append(text, names: 1, [Titles, .. scores.Select(Row)]);
        text.AppendLine(CultureInfo.InvariantCulture, $"Best single model: {scores[0].BestSingleModel}. The gain is over the {scores[0].Reference}.");
        return text.ToString();
    }

    private static string[] Row(RoutingScore score) =>
    [
        score.Folds,
        score.Questions.ToString(CultureInfo.InvariantCulture),
        Number(score.Router),
        Number(score.BestSingle),
        Number(score.Random),
        Number(score.Oracle),
        Signed(score.Gain.Mean),
        $"{Signed(score.Gain.Lower)} to {Signed(score.Gain.Upper)}",
        score.StrongCalls is { } strong ? strong.ToString("0.0 %", CultureInfo.InvariantCulture) : "n/a",
    ];

    internal static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    internal static string Signed(double value) => value.ToString("+0.0000;-0.0000", CultureInfo.InvariantCulture);
}
