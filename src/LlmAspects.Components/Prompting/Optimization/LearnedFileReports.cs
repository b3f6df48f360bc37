namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>The reports of one side of a pattern.</summary>
/// <param name="Reports">How many there are, each with the weight that is left of it.</param>
/// <param name="Quality">Their mean quality, 0 to 1; 0 without reports.</param>
internal sealed record LearnedFileReports(double Reports, double Quality);
