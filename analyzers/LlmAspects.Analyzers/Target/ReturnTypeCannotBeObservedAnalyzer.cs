using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Target;

/// <summary>LLMA0005: A method with an aspect must return what a wrapper can observe.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("What the method should return instead is the decision of its author and of its callers.")]
public sealed class ReturnTypeCannotBeObservedAnalyzer() : AspectTargetAnalyzer(AspectTargetProblemKind.ReturnTypeIsUnsupported, Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA0005";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A method with an aspect must return what a wrapper can observe",
        messageFormat: "The end of a call of '{0}' cannot be observed: {2}",
        RuleCategories.Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A foreign awaitable does its work after the method returned, so a wrapper would measure only its creation.",
        helpLinkUri: RulePages.Root + Id + ".md");
}
