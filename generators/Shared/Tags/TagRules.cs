using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>What becomes of the tags of a method: each is recorded, or has a problem.</summary>
internal static class TagRules
{
    public static IEnumerable<ResolvedTag> Resolve(IMethodSymbol method, AspectSymbols symbols)
    {
        var before = new List<TagDeclaration>();
        foreach (var tag in TagDeclaration.Of(method, symbols))
        {
            var (value, problem) = Resolve(tag, before, method, symbols);
            yield return new ResolvedTag(tag, method, value, problem);
            before.Add(tag);
        }
    }

    private static (TagValue? Value, TagProblem? Problem) Resolve(TagDeclaration tag, IReadOnlyList<TagDeclaration> before, IMethodSymbol method, AspectSymbols symbols)
    {
        if (TagRecordingRules.FindProblem(method, symbols) is { } unrecorded)
        {
            return Refuse(TagProblemKind.Recording, unrecorded);
        }

        if (InterfaceMemberRules.FindVarianceProblem(method.ContainingType) is { } variance)
        {
            return Refuse(TagProblemKind.Path, variance);
        }

        var (value, problem) = TagPathRules.Resolve(tag, method, symbols);
        return problem is not null ? Refuse(TagProblemKind.Path, problem)
            : tag.IsMetric && TagRedactionRules.FindMark(value!, method, symbols) is not null ? Refuse(TagProblemKind.Path, "a redacted value cannot be a metric tag; remove Metric")
            : TagNameRules.FindProblem(tag, before) is { } wrongName ? Refuse(TagProblemKind.Name, wrongName)
            : TagRecordingRules.FindProblem(value!, method, symbols) is { } unread ? Refuse(TagProblemKind.Recording, unread)
            : (value, null);
    }

    private static (TagValue? Value, TagProblem? Problem) Refuse(TagProblemKind kind, string detail) => (null, new TagProblem(kind, detail));
}
