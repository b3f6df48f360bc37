using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>What becomes of the tags of a method: each is recorded, or has a problem.</summary>
internal static class TagRules
{
    public static IEnumerable<(TagDeclaration Tag, TagValue? Value, TagProblem? Problem)> Resolve(IMethodSymbol method, AspectSymbols symbols)
    {
        var before = new List<TagDeclaration>();
        foreach (var tag in TagDeclaration.Of(method, symbols))
        {
            var (value, problem) = InterfaceMemberRules.IsInVariantInterface(method.ContainingType)
                ? (null, "an interface with in or out type parameters cannot hold the type that keeps the values; remove the tag or the variance")
                : AspectReturnRules.IsSequence(method.ReturnType, symbols)
                ? (null, "the call of a sequence goes on after the method returned and carries no tags; return IAsyncEnumerable<T> or a collection")
                : TagPathRules.Resolve(tag, method, symbols);
            problem ??= tag.IsMetric && TagRedactionRules.FindMark(value!, method, symbols) is not null ? "a redacted value cannot be a metric tag; remove Metric" : null;
            yield return problem is not null ? (tag, null, new TagProblem(TagProblemKind.Path, problem))
                : TagNameRules.FindProblem(tag, before) is { } wrongName ? (tag, null, new TagProblem(TagProblemKind.Name, wrongName))
                : (tag, value, null);
            before.Add(tag);
        }
    }
}
