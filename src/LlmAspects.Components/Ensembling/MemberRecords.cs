namespace LlmAspects.Components.Ensembling;

/// <summary>What is believed of the accuracy of each member: a Beta distribution whose evidence fades.</summary>
internal sealed class MemberRecords
{
    // What is expected weighs as two outcomes, as Laplace's rule of succession has it.
    private const double PriorOutcomes = 2;

    private readonly double[] _right;
    private readonly double[] _all;
    private readonly double[] _weightOf;

    /// <summary>Counts what members did.</summary>
    /// <param name="priors">What is expected of each.</param>
    /// <param name="outcomes">What happened, the oldest first.</param>
    /// <param name="decay">What an outcome weighs beside the next one.</param>
    public MemberRecords(double[] priors, IReadOnlyList<PanelOutcome> outcomes, double decay)
    {
        _right = [.. priors.Select(static prior => prior * PriorOutcomes)];
        _all = [.. priors.Select(static _ => PriorOutcomes)];
        _weightOf = [.. outcomes.Select((_, place) => Math.Pow(decay, outcomes.Count - 1 - place))];
        foreach ((int place, PanelOutcome outcome) in outcomes.Index())
        {
            for (int member = 0; member < priors.Length; member++)
            {
                Add(outcome, member, _weightOf[place], _right, _all);
            }
        }
    }

    /// <summary>The mean of each distribution.</summary>
    public double[] Accuracies() => [.. _right.Zip(_all, static (right, all) => right / all)];

    /// <summary>The means without one of the outcomes, so that it can be judged by what is known without it.</summary>
    public double[] AccuraciesWithout(int place, PanelOutcome outcome)
    {
        double[] right = [.. _right];
        double[] all = [.. _all];
        for (int member = 0; member < right.Length; member++)
        {
            Add(outcome, member, -_weightOf[place], right, all);
        }

        return [.. right.Zip(all, static (good, sum) => good / sum)];
    }

    private static void Add(PanelOutcome outcome, int member, double weight, double[] right, double[] all)
    {
        if (outcome.IsPresent(member))
        {
            all[member] += weight;
            right[member] += outcome.IsRight(member) ? weight : 0;
        }
    }
}
