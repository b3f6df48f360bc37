using LlmAspects.Analyzers.Policy;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Missing;

/// <summary>LLMA1001: A method that must carry <c>[ErrorContext]</c> lacks it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ErrorContextIsMissingAnalyzer() : MissingAspectAnalyzer(Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA1001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A method that must carry [ErrorContext] lacks it",
        messageFormat: "Add [ErrorContext] to '{0}', {1}, or exempt it with [NoAspects(\"reason\")]",
        RuleCategories.Missing,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A failure that leaves a method without [ErrorContext] reaches no error report, so the report of the component is incomplete.",
        helpLinkUri: RulePages.Root + Id + ".md");

    private protected override INamedTypeSymbol AspectOf(AspectSymbols symbols) => symbols.ErrorContext;

    private protected override bool IsDemandedBy(AspectPolicy policy) => (policy.RequiredAspects & PolicyAspects.ErrorContext) != 0;
}
