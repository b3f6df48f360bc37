using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2001: A tag must lead to a value that can be recorded.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Which value the path was meant to reach cannot be told from one that leads nowhere.")]
public sealed class TagPathLeadsNowhereAnalyzer() : TagAnalyzer(Rule, argument: 1)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A tag must lead to a value that can be recorded",
        messageFormat: "The tag '{0}' leads to no value: {1}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A path is checked when the program is compiled; the wrapper is written without a tag that leads nowhere.",
        helpLinkUri: RulePages.Root + Id + ".md");

    private protected override string? FindCause(ResolvedTag tag, AspectSymbols symbols) => tag.ProblemOf(TagProblemKind.Path);

    private protected override string NameOf(TagDeclaration tag) => tag.Path ?? tag.Name;
}
