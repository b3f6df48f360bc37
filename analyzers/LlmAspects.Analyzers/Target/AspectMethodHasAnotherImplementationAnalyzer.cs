using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Target;

/// <summary>LLMA0007: A method with an aspect must leave its body to the generator.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AspectMethodHasAnotherImplementationAnalyzer() : AspectTargetAnalyzer(AspectTargetProblemKind.HasAnotherImplementation, Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA0007";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A method with an aspect must leave its body to the generator",
        messageFormat: "The aspects of '{0}' cannot be generated: {2}",
        RuleCategories.Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A partial method has exactly one implementing part, and the one with the aspects is generated.",
        helpLinkUri: RulePages.Root + Id + ".md");
}
