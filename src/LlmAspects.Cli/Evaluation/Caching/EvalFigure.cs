namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>One figure of an evaluation.</summary>
/// <param name="Suite">What was scored on.</param>
/// <param name="Metric">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Ci95">The ends of its 95 % interval; <see langword="null"/> for what is not a sample.</param>
/// <param name="Reference">The same figure of the reference, in the same run; <see langword="null"/> where there is none.</param>
/// <param name="N">How many pairs or requests it is of.</param>
internal sealed record EvalFigure(string Suite, string Metric, double Value, double[]? Ci95, double? Reference, int N);
