using LlmAspects.Components.Ensembling;

namespace LlmAspects.Cli.Evaluation.Ensembling;

/// <summary>The usual ways to count votes, to compare with. Ties go to the most accurate voter.</summary>
/// <param name="seen">The outcomes that are known.</param>
internal sealed class EnsembleVoter(IReadOnlyList<PanelOutcome> seen)
{
    // Answers that a wrong voter spreads over: K - 1 of K = 10.
    private const double WrongAnswers = 9;

    // One right and one wrong answer beside, so that no voter is certain.
    private readonly double[] _accuracies = [.. seen[0].Votes.Select((_, member) => (seen.Count(outcome => IsRight(outcome, member)) + 1.0) / (seen.Count + 2))];

    public int Best => Array.IndexOf(_accuracies, _accuracies.Max());

    public int ByHeads(PanelOutcome outcome) => Choose(outcome, static _ => 1);

    public int ByAccuracy(PanelOutcome outcome) => Choose(outcome, static accuracy => accuracy);

    /// <summary>The optimum for members that err independently.</summary>
    public int ByLogOdds(PanelOutcome outcome) => Choose(outcome, static accuracy => Math.Log(accuracy / (1 - accuracy)) + Math.Log(WrongAnswers));

    public static bool IsRight(PanelOutcome outcome, int member) => IsCorrect(outcome, outcome.Votes[member]);

    public static bool IsCorrect(PanelOutcome outcome, int answer) => answer >= 0 && answer == outcome.Correct;

    private int Choose(PanelOutcome outcome, Func<double, double> weightOf) => Enumerable.Range(0, _accuracies.Length)
        .Where(member => outcome.Votes[member] >= 0)
        .GroupBy(member => outcome.Votes[member])
        .OrderByDescending(answer => Math.Round(answer.Sum(member => weightOf(_accuracies[member])), 9))
        .ThenByDescending(answer => answer.Max(member => _accuracies[member]))
        .Select(static answer => answer.Key)
        .FirstOrDefault(PanelOutcome.NoAnswer);
}
