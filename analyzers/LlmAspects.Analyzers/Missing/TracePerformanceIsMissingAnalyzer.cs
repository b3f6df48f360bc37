using LlmAspects.Analyzers.Policy;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Missing;

/// <summary>LLMA1002: A method that must carry <c>[TracePerformance]</c> lacks it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TracePerformanceIsMissingAnalyzer() : MissingAspectAnalyzer(Rule)
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA1002";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A method that must carry [TracePerformance] lacks it",
        messageFormat: "Add [TracePerformance] to '{0}', {1}, or exempt it with [NoAspects(\"reason\")]",
        RuleCategories.Missing,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A call of a method without [TracePerformance] has no duration, no span and no place in the performance report.",
        helpLinkUri: RulePages.Root + Id + ".md");

    private protected override INamedTypeSymbol AspectOf(AspectSymbols symbols) => symbols.TracePerformance;

    private protected override bool IsDemandedBy(AspectPolicy policy) => (policy.RequiredAspects & PolicyAspects.TracePerformance) != 0;
}
