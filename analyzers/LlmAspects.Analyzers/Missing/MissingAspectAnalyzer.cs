using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Missing;

/// <summary>Reports the methods of components that lack one aspect.</summary>
public abstract class MissingAspectAnalyzer : AspectAnalyzer
{
    private readonly DiagnosticDescriptor _rule;

    private protected MissingAspectAnalyzer(DiagnosticDescriptor rule)
    {
        _rule = rule;
        SupportedDiagnostics = [rule];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected abstract INamedTypeSymbol AspectOf(AspectSymbols symbols);

    private protected sealed override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols)
    {
        var aspect = AspectOf(symbols);
        context.RegisterSymbolAction(
            action =>
            {
                var method = (IMethodSymbol)action.Symbol;
                if (ComponentMethodRules.MustCarryAspects(method, symbols) && !AspectSymbols.HasAttribute(method, aspect))
                {
                    action.ReportDiagnostic(Diagnostic.Create(_rule, method.Locations.FirstOrDefault(), method.Name, method.ContainingType.Name));
                }
            },
            SymbolKind.Method);
    }
}
