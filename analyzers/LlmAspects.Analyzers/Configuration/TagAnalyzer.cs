using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>Reports one kind of problem that keeps a tag from being recorded, at the attribute's argument.</summary>
public abstract class TagAnalyzer : AspectAnalyzer
{
    private readonly TagProblemKind _kind;
    private readonly DiagnosticDescriptor _rule;

    private protected TagAnalyzer(TagProblemKind kind, DiagnosticDescriptor rule)
    {
        _kind = kind;
        _rule = rule;
        SupportedDiagnostics = [rule];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected sealed override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterSymbolAction(action => Report((IMethodSymbol)action.Symbol, symbols, action), SymbolKind.Method);

    private void Report(IMethodSymbol method, AspectSymbols symbols, SymbolAnalysisContext context)
    {
        // Of a partial method the declaration speaks for both parts: their attributes merge.
        if (method.PartialDefinitionPart is not null || !symbols.HasAspect(method))
        {
            return;
        }

        foreach (var (tag, _, problem) in TagRules.Resolve(method, symbols))
        {
            if (problem?.Kind == _kind)
            {
                context.ReportDiagnostic(Diagnostic.Create(_rule, LocationOf(tag, context.CancellationToken), tag.Path ?? tag.Name, problem.Detail));
            }
        }
    }

    private Location? LocationOf(TagDeclaration tag, CancellationToken cancellationToken)
    {
        var syntax = tag.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        var position = _kind == TagProblemKind.Path ? 1 : 0;
        return syntax?.ArgumentList?.Arguments.Where(static argument => argument.NameEquals is null).ElementAtOrDefault(position)?.GetLocation() ?? syntax?.GetLocation();
    }
}
