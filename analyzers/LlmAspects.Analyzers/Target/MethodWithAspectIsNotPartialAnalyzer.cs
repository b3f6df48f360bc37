using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Target;

/// <summary>LLMA0001: A method with an aspect must be partial.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MethodWithAspectIsNotPartialAnalyzer() : AspectTargetAnalyzer(AspectTargetProblemKind.MethodIsNotPartial, Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA0001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A method with an aspect must be partial",
        messageFormat: "Make '{0}' partial and move its body to '{1}': the aspects are generated as its implementing part",
        RuleCategories.Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The wrapper that carries the aspects is the implementing part of the method, so the method itself must be a partial declaration without a body.",
        helpLinkUri: RulePages.Root + Id + ".md");
}
