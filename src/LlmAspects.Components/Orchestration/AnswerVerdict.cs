namespace LlmAspects.Components.Orchestration;

/// <summary>What is to be said of an answer.</summary>
/// <param name="Problem">What is wrong with it, for the model and for people, without its content; null when it is good.</param>
/// <param name="Quality">Its measured quality.</param>
/// <param name="Detail">What the model is told beyond the problem: it may quote the answer, so nobody else is told.</param>
internal readonly record struct AnswerVerdict(string? Problem, double? Quality = null, string? Detail = null);
