using System.Collections.Immutable;

namespace LlmAspects.Components.Ensembling;

/// <summary>
/// Weighs votes by <c>ln(p / (1 - p)) + ln(K - 1)</c>, which is optimal for members that err independently and evenly over K - 1 wrong answers
/// (Nitzan and Paroush, Optimal decision rules in uncertain dichotomous choice situations, 1982, with K = 2; Bayes' rule gives the second term).
/// </summary>
internal readonly record struct VoteCount(int Winner, ImmutableArray<double> Posterior, ImmutableArray<double> Weights)
{
    // Votes that differ by less are equal: sums in another order must not decide.
    private const double Tie = 1e-9;

    public double PosteriorOf(int answer) => answer >= 0 ? Posterior[answer] : 0;

    /// <summary>The logarithm of how many times more likely the winner is than another answer; infinite when the other has no chance.</summary>
    public double MarginOver(int answer) => Math.Log(PosteriorOf(Winner) / PosteriorOf(answer));

    /// <summary>Counts.</summary>
    /// <param name="votes">The vote of each member.</param>
    /// <param name="accuracies">The accuracy of each member.</param>
    /// <param name="agreement">Which members err together, and K.</param>
    public static VoteCount Of(IReadOnlyList<int> votes, double[] accuracies, ErrorAgreement agreement)
    {
        double[] weights = new double[votes.Count];
        double[] sums = new double[votes.Max() + 1 is var answers and > 0 ? answers : 0];
        for (int member = 0; member < weights.Length; member++)
        {
            if (votes[member] >= 0)
            {
                weights[member] = WeightOf(accuracies[member], agreement.Classes) * agreement.ShareOf(member, votes);
                sums[votes[member]] += weights[member];
            }
        }

        return new VoteCount(WinnerOf(votes, sums, weights, accuracies), Posteriors(sums, agreement.Classes), [.. weights]);
    }

    /// <summary>The log-odds of a vote.</summary>
    public static double WeightOf(double accuracy, double classes) => Math.Log(accuracy / (1 - accuracy)) + Math.Log(classes - 1);

    // By weight, then by the accuracy of the best member, then by the order of the members.
    private static int WinnerOf(IReadOnlyList<int> votes, double[] sums, double[] weights, double[] accuracies)
    {
        int winner = PanelOutcome.NoAnswer;
        (double sum, double accuracy) best = default;
        for (int member = 0; member < votes.Count; member++)
        {
            if (votes[member] is var answer and >= 0)
            {
                (double sum, double accuracy) = (sums[answer], accuracies[member]);
                if (winner < 0 || sum > best.sum + Tie || (sum > best.sum - Tie && accuracy > best.accuracy))
                {
                    (winner, best) = (answer, (sum, accuracy));
                }
            }
        }

        return winner;
    }

    // Answers that nobody gave have the weight 0; there are as many of them as K leaves.
    private static ImmutableArray<double> Posteriors(double[] sums, double classes)
    {
        if (sums.Length == 0)
        {
            return [];
        }

        double top = Math.Max(0, sums.Max());
        double others = Math.Max(0, classes - sums.Length) * Math.Exp(-top);
        double all = sums.Sum(sum => Math.Exp(sum - top)) + others;
        return [.. sums.Select(sum => Math.Exp(sum - top) / all)];
    }
}
