namespace LlmAspects.Components.Ensembling;

/// <summary>The answer that most members gave.</summary>
internal static class MajorityRule
{
    /// <summary>The winner; ties go to the greater weight, then to the more accurate member, then to the first. <see cref="PanelOutcome.NoAnswer"/> without votes.</summary>
    public static int WinnerOf(IReadOnlyList<int> votes, IReadOnlyList<double> weights, IReadOnlyList<double> accuracies) => Enumerable.Range(0, votes.Count)
        .Where(member => votes[member] >= 0)
        .GroupBy(member => votes[member])
        .OrderByDescending(static answer => answer.Count())
        .ThenByDescending(answer => Math.Round(answer.Sum(member => weights[member]), 9))
        .ThenByDescending(answer => answer.Max(member => accuracies[member]))
        .ThenBy(static answer => answer.First())
        .Select(static answer => answer.Key)
        .FirstOrDefault(PanelOutcome.NoAnswer);
}
