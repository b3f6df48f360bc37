using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Target;

/// <summary>LLMA0004: A Core method must have the signature of its declaration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoreMethodSignatureDiffersAnalyzer() : AspectTargetAnalyzer(AspectTargetProblemKind.CoreSignatureDiffers, Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA0004";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A Core method must have the signature of its declaration",
        messageFormat: "'{1}' cannot be called as the body of '{0}': {2}",
        RuleCategories.Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The wrapper passes every argument and the result through unchanged, so the Core method must be private and agree in modifiers, types, reference kinds, nullability and constraints.",
        helpLinkUri: RulePages.Root + Id + ".md");
}
