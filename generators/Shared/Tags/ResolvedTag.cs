using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>A tag, and either what it reads or why it is not recorded. Holds symbols: it lives in a transform or an analyzer only.</summary>
/// <param name="Tag">The tag as it is written.</param>
/// <param name="Method">The method or accessor whose calls it speaks of.</param>
/// <param name="Value">What it reads; null when there is a problem.</param>
/// <param name="Problem">What keeps it from being recorded; null when nothing does.</param>
internal sealed record ResolvedTag(TagDeclaration Tag, IMethodSymbol Method, TagValue? Value, TagProblem? Problem)
{
    /// <summary>The words of its problem, if that is of one kind.</summary>
    public string? ProblemOf(TagProblemKind kind) => Problem?.Kind == kind ? Problem.Detail : null;
}
