namespace LlmAspects.Cli.Evaluation.Caching;

/// <summary>Two questions and whether they ask for the same.</summary>
internal sealed record QuestionPair(string A, string B, bool Duplicate);
