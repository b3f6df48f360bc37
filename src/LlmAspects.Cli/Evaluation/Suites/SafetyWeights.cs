namespace LlmAspects.Cli.Evaluation.Suites;

/// <summary>What a safety model learned from all rows of a file.</summary>
/// <param name="TrainedShare">The share of unsafe rows.</param>
/// <param name="Weights">The weight of each feature in log-odds.</param>
internal sealed record SafetyWeights(double TrainedShare, IReadOnlyDictionary<string, double> Weights);
