using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAspects.Analyzers.Usage;

/// <summary>LLMA3004: A Core method must not swallow every exception.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("Whether the exception is thrown on, or narrowed, or is no failure, only the author knows.")]
public sealed class ExceptionIsSwallowedAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA3004";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A Core method must not swallow every exception",
        messageFormat: "This catch swallows every exception, so '{0}' counts as a success when it has failed; throw, narrow the type, add a filter, or use the exception",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What a Core method swallows reaches no error report, and the statistics count a success.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterOperationAction(action => Report(action, symbols), OperationKind.CatchClause);

    private static void Report(OperationAnalysisContext context, AspectSymbols symbols)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (clause.Filter is null
            && IsBroad(clause.ExceptionType, symbols)
            && !Answers(clause)
            && context.ContainingSymbol is IMethodSymbol method
            && CoreMethodRules.FindDeclaration(method, symbols, context.CancellationToken) is { } declaration)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, ((CatchClauseSyntax)clause.Syntax).CatchKeyword.GetLocation(), declaration.AssociatedSymbol?.Name ?? declaration.Name));
        }
    }

    // Without a type the clause catches object.
    private static bool IsBroad(ITypeSymbol? type, AspectSymbols symbols) =>
        type is null || type.SpecialType == SpecialType.System_Object || AspectSymbols.IsSame(type, symbols.Exception);

    // It throws, or looks at the exception: to log it, to keep it, to choose an answer.
    private static bool Answers(ICatchClauseOperation clause) =>
        clause.Handler.Descendants().Any(operation => operation is IThrowOperation
            || (operation is ILocalReferenceOperation { Parent: not INameOfOperation } reference && clause.Locals.Contains(reference.Local, SymbolEqualityComparer.Default)));
}
