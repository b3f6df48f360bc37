namespace LlmAspects.Cli.Evaluation.Routing;

/// <summary>The mean quality of the answers when each question goes where a rule says.</summary>
/// <param name="Data">The name of the file with the questions.</param>
/// <param name="Folds">How the questions were divided.</param>
/// <param name="StrongShare">The part of the questions that the better of two models had to get; <see langword="null"/> when the router was free.</param>
/// <param name="Questions">How many there were.</param>
/// <param name="Router">The learned router.</param>
/// <param name="BestSingleModel">The model with the best mean over all questions.</param>
/// <param name="BestSingle">Its mean.</param>
/// <param name="Random">The mean of a choice at random; with a share of strong calls, at that share.</param>
/// <param name="Oracle">The mean of the best answers.</param>
/// <param name="Reference">What the gain is over: the best single model, or with a share of strong calls the choice at random.</param>
/// <param name="Gain">The router less the reference, question by question.</param>
/// <param name="StrongCalls">The part of the questions that went to the better of two models; <see langword="null"/> with more models.</param>
internal sealed record RoutingScore(
    string Data, string Folds, double? StrongShare, int Questions, double Router, string BestSingleModel, double BestSingle, double Random, double Oracle, string Reference, Interval Gain, double? StrongCalls);
