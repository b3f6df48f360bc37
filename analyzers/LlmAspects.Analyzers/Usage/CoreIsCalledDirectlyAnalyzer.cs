using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAspects.Analyzers.Usage;

/// <summary>LLMA3002: A Core method must be called through its declaration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("A call may go around the wrapper on purpose, so that nothing is recorded twice.")]
public sealed class CoreIsCalledDirectlyAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA3002";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A Core method must be called through its declaration",
        messageFormat: "Call '{0}' instead of '{1}': a direct call is neither recorded nor traced",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only the generated wrapper calls a Core method. Whoever calls it directly passes the aspects by: no error context, no span, no statistics.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterOperationAction(action => Report(action, symbols), OperationKind.Invocation, OperationKind.MethodReference);

    private static void Report(OperationAnalysisContext context, AspectSymbols symbols)
    {
        var called = context.Operation is IInvocationOperation invocation ? invocation.TargetMethod : ((IMethodReferenceOperation)context.Operation).Method;

        // Within a Core a call is recorded already: as a part of the operation whose Core it is.
        if (CoreMethodRules.FindDeclaration(called, symbols, context.CancellationToken) is { } declaration
            && !(context.ContainingSymbol is IMethodSymbol caller && CoreMethodRules.FindDeclaration(caller, symbols, context.CancellationToken) is not null))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), declaration.AssociatedSymbol?.Name ?? declaration.Name, called.Name));
        }
    }
}
