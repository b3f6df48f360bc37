namespace LlmAspects.Components.Orchestration;

/// <summary>What a complexity model learned, as it is written.</summary>
/// <param name="Format">What it is: <c>llmaspects.complexity</c>.</param>
/// <param name="Version">The version of the format, from 1.</param>
/// <param name="Outcomes">How many outcomes it was learned from.</param>
/// <param name="Weights">The weights by their names.</param>
/// <param name="Calibration">The points of the calibration; <see langword="null"/> without one.</param>
internal sealed record ComplexityFile(string Format, int Version, int Outcomes, IReadOnlyDictionary<string, double> Weights, IReadOnlyList<ComplexityFilePoint>? Calibration);
