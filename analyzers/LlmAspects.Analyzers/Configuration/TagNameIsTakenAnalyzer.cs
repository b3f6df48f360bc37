using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>LLMA2002: A tag must have a name of its own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("A name for the tag has to say what it means, which only its author knows.")]
public sealed class TagNameIsTakenAnalyzer() : TagAnalyzer(Rule, argument: 0)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA2002";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A tag must have a name of its own",
        messageFormat: "The tag '{0}' needs another name: {1}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Of two tags of one name only one would be seen, and the names of the library are a contract with dashboards.",
        helpLinkUri: RulePages.Root + Id + ".md");

    private protected override string? FindCause(ResolvedTag tag, AspectSymbols symbols) => tag.ProblemOf(TagProblemKind.Name);
}
