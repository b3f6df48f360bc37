using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Target;

/// <summary>LLMA0009: The hooks of an aspect must fit the method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Which hooks the struct should have only its author knows.")]
public sealed class HookCannotBeBoundAnalyzer() : AspectTargetAnalyzer(AspectTargetProblemKind.HookCannotBeBound, Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA0009";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "The hooks of an aspect must fit the method",
        messageFormat: "'{0}' cannot have the aspect: {2}",
        RuleCategories.Target,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The parameters of a hook are bound to the call when the project is compiled; a value that does not exist, or does not exist yet, cannot be passed.",
        helpLinkUri: RulePages.Root + Id + ".md");
}
