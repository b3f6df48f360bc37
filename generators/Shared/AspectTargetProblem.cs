namespace LlmAspects.Shared;

internal sealed record AspectTargetProblem;
