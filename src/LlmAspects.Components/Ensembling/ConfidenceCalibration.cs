using LlmAspects.Components.Quality.Calibration;

namespace LlmAspects.Components.Ensembling;

/// <summary>
/// Turns a posterior into the share of right answers that was seen at such posteriors: isotonic regression
/// (Zadrozny and Elkan, Transforming classifier scores into accurate multiclass probability estimates, 2002), with steps of some width.
/// </summary>
internal sealed class ConfidenceCalibration
{
    private const double MinimumStep = 25;

    private readonly IsotonicRegression.Pool[] _steps;

    private ConfidenceCalibration(IsotonicRegression.Pool[] steps) => _steps = steps;

    /// <summary>Fits to posteriors of answers that were not used to make them.</summary>
    public static ConfidenceCalibration Fit(IEnumerable<(double Posterior, bool IsRight)> outcomes) =>
        new([.. IsotonicRegression.Widened(IsotonicRegression.Fit(outcomes.Select(static outcome => (Math.Round(outcome.Posterior, 9), outcome.IsRight))), MinimumStep)]);

    /// <summary>The share of right answers at a posterior; between two steps the nearer one counts.</summary>
    public double Apply(double posterior)
    {
        IsotonicRegression.Pool nearest = _steps.MinBy(step => DistanceTo(step, posterior));

        // Half an outcome of each kind beside (Jeffreys' prior): nothing is certain.
        return (nearest.Good + 0.5) / (nearest.Count + 1);
    }

    private static double DistanceTo(IsotonicRegression.Pool step, double posterior) => posterior < step.From ? step.From - posterior : Math.Max(0, posterior - step.To);
}
