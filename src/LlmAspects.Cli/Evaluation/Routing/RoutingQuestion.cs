namespace LlmAspects.Cli.Evaluation.Routing;

/// <summary>A question and how well each model answered it.</summary>
/// <param name="Text">The question.</param>
/// <param name="Group">What it belongs to, for example a subject; <see langword="null"/> when the file does not say.</param>
/// <param name="Scores">The quality of each model's answer, 0 to 1, in the order of <see cref="RoutingData.Models"/>.</param>
internal sealed record RoutingQuestion(string Text, string? Group, double[] Scores);
