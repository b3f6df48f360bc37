using System.Text.Json.Serialization;

namespace LlmAspects.Cli.Evaluation;

/// <summary>One measure of one suite.</summary>
/// <param name="Suite">What was scored.</param>
/// <param name="Metric">The name of the measure.</param>
/// <param name="Value">Its mean.</param>
/// <param name="Interval">The ends of its 95 % interval.</param>
/// <param name="Reference">The same measure of what it is compared with, in the same run; <see langword="null"/> without.</param>
/// <param name="Count">Over how many queries or documents.</param>
internal sealed record EvaluationFigure(
    string Suite, string Metric, double Value, [property: JsonPropertyName("ci95")] double[] Interval, double? Reference, [property: JsonPropertyName("n")] int Count)
{
    public static EvaluationFigure Of(string suite, string metric, IReadOnlyList<double> values, double? reference = null)
    {
        var interval = Evaluation.Interval.Of(values, clusters: null);
        return new EvaluationFigure(suite, metric, interval.Mean, [interval.Lower, interval.Upper], reference, values.Count);
    }
}
