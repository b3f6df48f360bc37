using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAspects.Analyzers.Missing;

/// <summary>LLMA1003: A method that calls a model lacks aspects.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelIsCalledWithoutAspectsAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA1003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A method that calls a model lacks aspects",
        messageFormat: "'{0}' calls a model; with [ErrorContext, TracePerformance] its failures and its time are on record",
        RuleCategories.Missing,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Calls of models are slow, cost money and fail in ways of their own, so a method that makes one is worth an operation.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols)
    {
        if (!symbols.Models.IsEmpty)
        {
            context.RegisterOperationBlockAction(action => Report(action, symbols));
        }
    }

    private static void Report(OperationBlockAnalysisContext context, AspectSymbols symbols)
    {
        if (context.OwningSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            && CouldCarryAspects(method, symbols)
            && !IsCovered(method, symbols, context.CancellationToken)
            && context.OperationBlocks.Any(block => block.Descendants().OfType<IInvocationOperation>().Any(call => ModelCallRules.IsModelCall(call, symbols))))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, method.Locations.FirstOrDefault(), method.Name));
        }
    }

    private static bool CouldCarryAspects(IMethodSymbol method, AspectSymbols symbols) =>
        !symbols.HasAspect(method)
        && !AspectSymbols.HasAttribute(method, symbols.NoAspects)
        && AspectTargetRules.FindImpossibility(method, symbols) is null;

    // By a rule that demands more, by the operation whose Core it is or that it helps, or because it is a model itself and hands on.
    private static bool IsCovered(IMethodSymbol method, AspectSymbols symbols, CancellationToken cancellationToken) =>
        ComponentMethodRules.MustCarryAspects(method, symbols)
        || CoreMethodRules.FindDeclaration(method, symbols, cancellationToken) is not null
        || (method.DeclaredAccessibility == Accessibility.Private && !symbols.AnnotatedMembersOf(method.ContainingType).IsEmpty)
        || ModelCallRules.IsModel(method.ContainingType, symbols);
}
