namespace LlmAspects.Components.Ensembling;

/// <summary>
/// Keeps a panel from being worse than its best member: it may overrule that member only from the margin on at which doing so has gained something,
/// as far as outcomes show. Each outcome is judged by what is known without it.
/// </summary>
internal sealed class PanelGuard
{
    // In natural logarithms: the panel's answer is e^margin times as likely as the best member's.
    private static readonly double[] Margins = [0, 0.5, 1, 1.5, 2, 3];

    private readonly double? _margin;
    private readonly double _gain;
    private readonly double _lower;

    private PanelGuard(int best, double? margin, double gain, double lower)
    {
        Best = best;
        _margin = margin;
        _gain = gain;
        _lower = lower;
    }

    /// <summary>The member that is most often right.</summary>
    public int Best { get; }

    /// <summary>Learns from what the panel would have chosen.</summary>
    /// <param name="best">The best member.</param>
    /// <param name="counts">The count of each outcome, made without it.</param>
    /// <param name="outcomes">The outcomes.</param>
    /// <param name="confidence">How sure a gain must be.</param>
    public static PanelGuard Learn(int best, IReadOnlyList<VoteCount> counts, IReadOnlyList<PanelOutcome> outcomes, double confidence)
    {
        double z = NormalQuantile.Of(confidence);
        var guard = new PanelGuard(best, null, 0, 0);
        foreach (double margin in Margins)
        {
            (double mean, double lower) = GainAt(margin, best, counts, outcomes, z);
            if (lower > guard._lower)
            {
                guard = new PanelGuard(best, margin, mean, lower);
            }
        }

        return guard;
    }

    /// <summary>Whom to follow.</summary>
    public GuardChoice Choose(VoteCount count, IReadOnlyList<int> votes) =>
        count.Winner < 0 || votes[Best] < 0 || votes[Best] == count.Winner ? GuardChoice.NothingToDecide
        : _margin is { } margin && count.MarginOver(votes[Best]) > margin ? GuardChoice.Panel
        : GuardChoice.BestMember;

    /// <summary>Why, for people.</summary>
    public string Explain(GuardChoice choice, string bestModel) => choice switch
    {
        GuardChoice.Panel => FormattableString.Invariant($"The panel overrules {bestModel}, which gained {_gain:0.0000} of the answers so far (at least {_lower:0.0000})."),
        GuardChoice.BestMember when _margin is null => $"{bestModel} is followed: overruling it has not been shown to gain anything.",
        GuardChoice.BestMember => FormattableString.Invariant($"{bestModel} is followed: the panel's answer is less than {Math.Exp(_margin.Value):0.0} times as likely."),
        _ => "The best member says the same, or nothing.",
    };

    private static (double Mean, double Lower) GainAt(double margin, int best, IReadOnlyList<VoteCount> counts, IReadOnlyList<PanelOutcome> outcomes, double z)
    {
        (int sum, int changes) = (0, 0);
        for (int place = 0; place < outcomes.Count; place++)
        {
            PanelOutcome outcome = outcomes[place];
            VoteCount count = counts[place];
            if (outcome.Votes[best] >= 0 && count.Winner != outcome.Votes[best] && count.MarginOver(outcome.Votes[best]) > margin)
            {
                int gain = (count.Winner == outcome.Correct ? 1 : 0) - (outcome.IsRight(best) ? 1 : 0);
                sum += gain;
                changes += gain * gain;
            }
        }

        double mean = (double)sum / outcomes.Count;
        double variance = ((double)changes / outcomes.Count) - (mean * mean);
        return (mean, mean - (z * Math.Sqrt(variance / outcomes.Count)));
    }
}
