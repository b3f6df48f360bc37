using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Target;

/// <summary>LLMA0002: The types around a method with an aspect must be partial.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TypeOfAspectMethodIsNotPartialAnalyzer() : AspectTargetAnalyzer(AspectTargetProblemKind.ContainingTypeIsNotPartial, Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA0002";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "The types around a method with an aspect must be partial",
        messageFormat: "Make type '{2}' partial: the aspects of '{0}' are generated into another part of it",
        RuleCategories.Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The wrapper is generated into another part of the type, so the type and every type around it must be partial.",
        helpLinkUri: RulePages.Root + Id + ".md");
}
