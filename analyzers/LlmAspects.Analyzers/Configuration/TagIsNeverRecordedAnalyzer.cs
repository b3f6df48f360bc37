using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2003: A tag needs an aspect that records it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Either an aspect is missing or the tag is one too many; the two do opposite things.")]
public sealed class TagIsNeverRecordedAnalyzer() : TagAnalyzer(Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A tag needs an aspect that records it",
        messageFormat: "The tag '{0}' is never recorded: {1}, or remove the tag",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Error context records the tags of the arguments when a call fails, the trace records all tags; no other aspect records any.",
        helpLinkUri: RulePages.Root + Id + ".md");

    private protected override string? FindCause(ResolvedTag tag, AspectSymbols symbols) => tag.ProblemOf(TagProblemKind.Recording);
}
