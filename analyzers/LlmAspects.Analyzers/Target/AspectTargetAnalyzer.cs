using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Target;

/// <summary>Reports one kind of problem that keeps a method with an aspect from being expanded.</summary>
public abstract class AspectTargetAnalyzer : AspectAnalyzer
{
    private readonly AspectTargetProblemKind _kind;
    private readonly DiagnosticDescriptor _rule;

    private protected AspectTargetAnalyzer(AspectTargetProblemKind kind, DiagnosticDescriptor rule)
    {
        _kind = kind;
        _rule = rule;
        SupportedDiagnostics = [rule];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols)
    {
        context.RegisterSymbolAction(
            action => Report((IMethodSymbol)action.Symbol, action.Symbol.Locations.FirstOrDefault(), symbols, action.ReportDiagnostic, action.CancellationToken),
            SymbolKind.Method);
        context.RegisterSymbolAction(action => ReportProperty(action, symbols), SymbolKind.Property);
    }

    private protected void Report(
        IMethodSymbol method, Location? location, AspectSymbols symbols, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        // Of a partial method the declaration speaks for both parts: their attributes merge.
        if (method.PartialDefinitionPart is null
            && symbols.HasAspect(method)
            && AspectTargetRules.FindProblem(method, symbols, cancellationToken) is { } problem)
        {
            Report(problem, location, report);
        }
    }

    private void ReportProperty(SymbolAnalysisContext context, AspectSymbols symbols)
    {
        var property = (IPropertySymbol)context.Symbol;
        if (property.PartialDefinitionPart is null
            && symbols.HasAspect(property)
            && AspectTargetRules.FindProblem(property, symbols, context.CancellationToken) is { } problem)
        {
            Report(problem, property.Locations.FirstOrDefault(), context.ReportDiagnostic);
        }
    }

    private void Report(AspectTargetProblem problem, Location? location, Action<Diagnostic> report)
    {
        if (problem.Kind == _kind)
        {
            report(Diagnostic.Create(_rule, location, problem.Method, problem.Core, problem.Detail));
        }
    }
}
