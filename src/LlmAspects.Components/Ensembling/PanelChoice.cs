namespace LlmAspects.Components.Ensembling;

/// <summary>What a strategy made of the votes.</summary>
/// <param name="Strategy">The strategy that decided in the end.</param>
/// <param name="Winner">The winning answer; <see cref="PanelOutcome.NoAnswer"/> when nobody gave one.</param>
/// <param name="Member">The member that speaks for it.</param>
/// <param name="Confidence">The probability that it is right.</param>
/// <param name="Panel">What the votes say.</param>
/// <param name="Reason">Why.</param>
internal sealed record PanelChoice(EnsembleStrategy Strategy, int Winner, int Member, double Confidence, PanelDecision Panel, string Reason)
{
    public bool IsCalibrated => Strategy == EnsembleStrategy.WeightedConsensus && Panel.IsCalibrated;

    public GuardChoice Guard => Strategy == EnsembleStrategy.WeightedConsensus ? Panel.Guard : GuardChoice.NothingToDecide;

    /// <summary>The winner that a vote alone decides.</summary>
    public static int WinnerOf(EnsembleStrategy strategy, PanelModel model, IReadOnlyList<int> votes)
    {
        PanelDecision panel = model.Decide(votes);
        return strategy == EnsembleStrategy.MajorityVote ? MajorityRule.WinnerOf(votes, panel.Weights, model.Accuracies) : panel.Winner;
    }

    /// <summary>Decides.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="model">What is known of the panel.</param>
    /// <param name="clusters">The votes.</param>
    /// <param name="answers">The answers, of which at least one has a vote.</param>
    public static PanelChoice Of(EnsembleStrategy strategy, PanelModel model, AnswerClusters clusters, IReadOnlyList<MemberAnswer> answers)
    {
        PanelDecision panel = model.Decide(clusters.Votes);
        if (strategy == EnsembleStrategy.BestOfN && BestOf(answers, model) is { } best)
        {
            string measured = FormattableString.Invariant($"{model.Members[best.Member].ModelId} has the best quality, {best.Quality:0.00}.");
            int cluster = clusters.Votes[best.Member];
            return new PanelChoice(strategy, cluster, best.Member, cluster < 0 ? 0 : panel.Posterior[cluster], panel, measured);
        }

        if (strategy == EnsembleStrategy.MajorityVote)
        {
            int winner = MajorityRule.WinnerOf(clusters.Votes, panel.Weights, model.Accuracies);
            string counted = $"{clusters.Votes.Count(vote => vote == winner)} of {clusters.Votes.Count(static vote => vote >= 0)} votes.";
            return new PanelChoice(strategy, winner, MemberFor(winner, model, clusters, answers), winner < 0 ? 0 : panel.Posterior[winner], panel, winner < 0 ? NoVote : counted);
        }

        string reason = panel.Winner < 0 ? NoVote : strategy == EnsembleStrategy.BestOfN ? $"No quality could be measured. {panel.Reason}" : panel.Reason;
        return new PanelChoice(EnsembleStrategy.WeightedConsensus, panel.Winner, MemberFor(panel.Winner, model, clusters, answers), panel.Confidence, panel, reason);
    }

    private const string NoVote = "No member gave an answer of this kind: what the most trusted one wrote is passed on.";

    private static MemberAnswer? BestOf(IReadOnlyList<MemberAnswer> answers, PanelModel model) => answers
        .Where(static answer => answer is { State: MemberState.Answered, Quality: not null })
        .OrderByDescending(static answer => answer.Quality)
        .ThenByDescending(answer => model.Accuracies[answer.Member])
        .ThenBy(static answer => answer.Member)
        .FirstOrDefault();

    private static int MemberFor(int winner, PanelModel model, AnswerClusters clusters, IReadOnlyList<MemberAnswer> answers) => winner >= 0
        ? clusters.Spokesman(winner, model.Accuracies)
        : answers.Where(static answer => answer.State == MemberState.Answered).OrderByDescending(answer => model.Accuracies[answer.Member]).ThenBy(static answer => answer.Member).First().Member;
}
