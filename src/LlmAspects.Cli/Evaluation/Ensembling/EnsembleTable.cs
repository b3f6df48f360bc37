using System.Globalization;
using System.Text;
using LlmAspects.Cli.Terminal;

namespace LlmAspects.Cli.Evaluation.Ensembling;

/// <summary>The figures of <c>eval ensemble</c> in columns.</summary>
internal static class EnsembleTable
{
    private static readonly string[] Titles = ["Panel", "Questions", "Best member", "Majority", "By accuracy", "By log-odds", "Ours", "Oracle", "Gain", "95 % interval", "ECE", "Overruled", "Followed"];

    public static string Write(IReadOnlyList<EnsembleScore> scores)
    {
        var text = new StringBuilder();
        TextColumns.Append(text, names: 1, [Titles, .. scores.Select(Row)]);
        foreach (EnsembleScore score in scores)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Best member of {score.Panel}: {score.BestMember}.");
        }

        text.AppendLine("The gain is ours less the best member. The guard let the panel overrule the best member, or followed it, on these parts of the questions.");
        return text.ToString();
    }

    private static string[] Row(EnsembleScore score) =>
    [
        score.Panel,
        score.Questions.ToString(CultureInfo.InvariantCulture),
        FigureText.Number(score.Best),
        FigureText.Number(score.Majority),
        FigureText.Number(score.ByAccuracy),
        FigureText.Number(score.ByLogOdds),
        FigureText.Number(score.Ours),
        FigureText.Number(score.Oracle),
        FigureText.Signed(score.Gain.Mean),
        FigureText.Signed(score.Gain),
        FigureText.Number(score.CalibrationError),
        FigureText.Percent(score.Overruled),
        FigureText.Percent(score.Followed),
    ];
}
