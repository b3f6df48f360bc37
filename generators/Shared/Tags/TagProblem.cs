namespace LlmAspects.Shared;

/// <summary>What keeps a tag from being recorded.</summary>
internal enum TagProblemKind
{
    Path,
    Name,
    Recording,
}

/// <param name="Kind">The rule that is broken.</param>
/// <param name="Detail">What is wrong and what to do.</param>
internal sealed record TagProblem(TagProblemKind Kind, string Detail);
