namespace LlmAspects.Components.Ensembling;

/// <summary>How often wrong members say the same: from it follow how many wrong answers there are to choose from, and which members err together.</summary>
internal sealed class ErrorAgreement
{
    /// <summary>Answers to choose from while nothing is known of an open question.</summary>
    public const double OpenClasses = 10;

    // Pairs of wrong answers that have to be seen before a shared error counts for half.
    private const double PriorPairs = 10;

    private readonly double[,] _excess;

    private ErrorAgreement(double classes, double[,] excess)
    {
        Classes = classes;
        _excess = excess;
    }

    /// <summary>How many answers there are to choose from, at least 2.</summary>
    public double Classes { get; }

    /// <summary>Learns from outcomes.</summary>
    /// <param name="accuracies">The accuracy of each member.</param>
    /// <param name="outcomes">What happened.</param>
    /// <param name="classes">How many answers there are to choose from, where that is known.</param>
    public static ErrorAgreement Learn(double[] accuracies, IReadOnlyList<PanelOutcome> outcomes, int? classes)
    {
        int members = accuracies.Length;
        var pairs = new List<(int One, int Other, int BothWrong, int Same, int AnyWrong)>();
        for (int one = 0; one < members; one++)
        {
            for (int other = 0; other < one; other++)
            {
                pairs.Add(Count(one, other, outcomes));
            }
        }

        double count = classes ?? Estimate([.. pairs.Select(static pair => (pair.Same + 1) / (pair.BothWrong + OpenClasses - 1))]);
        double[,] excess = new double[members, members];
        foreach ((int one, int other, _, int same, int anyWrong) in pairs)
        {
            double expected = ExpectedSame(1 - accuracies[one], 1 - accuracies[other], count);
            double seen = same / (anyWrong + PriorPairs);
            excess[one, other] = excess[other, one] = Math.Clamp((seen - expected) / (1 - expected), 0, 1);
        }

        return new ErrorAgreement(count, excess);
    }

    /// <summary>What is left of a member's vote beside others that say the same: two that always err together count as one.</summary>
    public double ShareOf(int member, IReadOnlyList<int> votes)
    {
        double others = 0;
        for (int other = 0; other < votes.Count; other++)
        {
            others += other != member && votes[other] == votes[member] ? _excess[member, other] : 0;
        }

        return 1 / (1 + others);
    }

    // The median: one pair of copies must not make the choice look small for all.
    private static double Estimate(double[] rates)
    {
        if (rates.Length == 0)
        {
            return OpenClasses;
        }

        Array.Sort(rates);
        double median = (rates[(rates.Length - 1) / 2] + rates[rates.Length / 2]) / 2;
        return Math.Max(2, 1 + (1 / median));
    }

    // Of the cases in which one of two errs, those in which independent members err and say the same.
    private static double ExpectedSame(double error, double otherError, double classes) =>
        error * otherError / (classes - 1) / (1 - ((1 - error) * (1 - otherError)));

    private static (int One, int Other, int BothWrong, int Same, int AnyWrong) Count(int one, int other, IReadOnlyList<PanelOutcome> outcomes)
    {
        (int bothWrong, int same, int anyWrong) = (0, 0, 0);
        foreach (PanelOutcome outcome in outcomes.Where(outcome => outcome.IsPresent(one) && outcome.IsPresent(other)))
        {
            bool wrong = outcome.IsWrong(one) && outcome.IsWrong(other) && outcome.Votes[one] >= 0 && outcome.Votes[other] >= 0;
            bothWrong += wrong ? 1 : 0;
            same += wrong && outcome.Votes[one] == outcome.Votes[other] ? 1 : 0;
            anyWrong += outcome.IsWrong(one) || outcome.IsWrong(other) ? 1 : 0;
        }

        return (one, other, bothWrong, same, anyWrong);
    }
}
