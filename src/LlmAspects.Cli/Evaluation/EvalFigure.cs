using System.Text.Json.Serialization;

namespace LlmAspects.Cli.Evaluation;

/// <summary>One measured figure of a component, beside a simple reference in the same run.</summary>
/// <param name="Suite">What was scored: the command, with the data or the panel where it has several.</param>
/// <param name="Metric">What was measured, and how the data was divided.</param>
/// <param name="Value">The figure.</param>
/// <param name="Ci95">Its 95 % interval, lower end first; <see langword="null"/> when there is none.</param>
/// <param name="Reference">The same figure of the reference; <see langword="null"/> when the figure is one itself.</param>
/// <param name="ReferenceName">What the reference is.</param>
/// <param name="N">How many rows it is of.</param>
internal sealed record EvalFigure(
    string Suite, string Metric, double Value, [property: JsonPropertyName("ci95")] double[]? Ci95, double? Reference, string? ReferenceName, int N)
{
    public EvalFigure(string suite, string metric, Interval interval, double? reference, string? referenceName, int n)
        : this(suite, metric, interval.Mean, [interval.Lower, interval.Upper], reference, referenceName, n)
    {
    }

    /// <summary>The mean of values that each stand alone.</summary>
    public static EvalFigure OfMean(string suite, string metric, IReadOnlyList<double> values, double? reference, string? referenceName) =>
        new(suite, metric, Interval.Of(values, clusters: null), reference, referenceName, values.Count);
}
