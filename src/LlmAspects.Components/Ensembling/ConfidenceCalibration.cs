namespace LlmAspects.Components.Ensembling;

/// <summary>
/// Turns a posterior into the share of right answers that was seen at such posteriors: isotonic regression by pooling adjacent violators
/// (Zadrozny and Elkan, Transforming classifier scores into accurate multiclass probability estimates, 2002), with steps of some width.
/// </summary>
internal sealed class ConfidenceCalibration
{
    private const double MinimumStep = 25;

    private readonly Step[] _steps;

    private ConfidenceCalibration(Step[] steps) => _steps = steps;

    /// <summary>Fits to posteriors of answers that were not used to make them.</summary>
    public static ConfidenceCalibration Fit(IEnumerable<(double Posterior, bool IsRight)> outcomes)
    {
        var steps = new List<Step>();
        foreach (IGrouping<double, (double Posterior, bool IsRight)> equal in outcomes.GroupBy(static outcome => Math.Round(outcome.Posterior, 9)).OrderBy(static group => group.Key))
        {
            steps.Add(new Step(equal.Key, equal.Key, equal.Count(static outcome => outcome.IsRight), equal.Count()));
            while (steps.Count > 1 && steps[^2].Mean >= steps[^1].Mean)
            {
                MergeLast(steps);
            }
        }

        return new ConfidenceCalibration([.. Widened(steps)]);
    }

    /// <summary>The share of right answers at a posterior; between two steps the nearer one counts.</summary>
    public double Apply(double posterior) => _steps.MinBy(step => step.DistanceTo(posterior)).Share;

    private static List<Step> Widened(List<Step> steps)
    {
        var wide = new List<Step>();
        foreach (Step step in steps)
        {
            wide.Add(step);
            if (wide.Count > 1 && wide[^2].Count < MinimumStep)
            {
                MergeLast(wide);
            }
        }

        if (wide.Count > 1 && wide[^1].Count < MinimumStep)
        {
            MergeLast(wide);
        }

        return wide;
    }

    private static void MergeLast(List<Step> steps)
    {
        (Step before, Step last) = (steps[^2], steps[^1]);
        steps.RemoveAt(steps.Count - 1);
        steps[^1] = new Step(before.From, last.To, before.Right + last.Right, before.Count + last.Count);
    }

    private readonly record struct Step(double From, double To, double Right, double Count)
    {
        public double Mean => Right / Count;

        // Half an outcome of each kind beside (Jeffreys' prior): nothing is certain.
        public double Share => (Right + 0.5) / (Count + 1);

        public double DistanceTo(double posterior) => posterior < From ? From - posterior : Math.Max(0, posterior - To);
    }
}
