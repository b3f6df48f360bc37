using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Usage;

/// <summary>LLMA3006: A method with <c>[RetryWithBackoff]</c> should be idempotent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Whether a second call does harm cannot be told from the source: removing the retry may be wrong, and so may the key.")]
public sealed class RetriedMethodIsNotIdempotentAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA3006";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A method with [RetryWithBackoff] should be idempotent",
        messageFormat: "'{0}' is retried although {1}: an attempt that failed late may have done its work already; make it idempotent or do not retry it",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A retry repeats the whole call. What is not idempotent then happens twice.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterSymbolAction(action => Report((IMethodSymbol)action.Symbol, symbols, action), SymbolKind.Method);

    private static void Report(IMethodSymbol method, AspectSymbols symbols, SymbolAnalysisContext context)
    {
        // Of a partial method the declaration speaks for both parts: their attributes merge.
        if (method.PartialDefinitionPart is null && RetryRules.AttributeOf(method, symbols) is { } attribute && IdempotencyRules.FindDoubt(method, symbols) is { } doubt)
        {
            var location = attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, method.Name, doubt));
        }
    }
}
