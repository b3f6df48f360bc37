namespace LlmAspects.Cli.Evaluation;

/// <summary>One figure that labelled data gave.</summary>
/// <param name="Suite">What kind of data it was.</param>
/// <param name="Metric">What was measured.</param>
/// <param name="Value">The mean.</param>
/// <param name="Ci95">Its 95 % interval, lower and upper end; <see langword="null"/> when there is none.</param>
/// <param name="Reference">The same of the simplest thing that could be done, in the same run; <see langword="null"/> when there is none.</param>
/// <param name="N">Over how many items.</param>
internal sealed record EvaluationFigure(string Suite, string Metric, double Value, double[]? Ci95, double? Reference, int N)
{
    /// <summary>The mean of values that each stand alone.</summary>
    public static EvaluationFigure OfMean(string suite, string metric, IReadOnlyList<double> values, double? reference = null)
    {
        Interval interval = Interval.Of(values, clusters: null);
        return new EvaluationFigure(suite, metric, interval.Mean, [interval.Lower, interval.Upper], reference, values.Count);
    }
}
