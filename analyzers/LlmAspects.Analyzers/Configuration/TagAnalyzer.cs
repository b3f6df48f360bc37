using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>Looks at the tags of every method and accessor; what is wrong with one is reported at its argument, or else at its attribute.</summary>
public abstract class TagAnalyzer : AspectAnalyzer
{
    private readonly DiagnosticDescriptor _rule;
    private readonly int? _argument;

    private protected TagAnalyzer(DiagnosticDescriptor rule, int? argument = null)
    {
        _rule = rule;
        _argument = argument;
        SupportedDiagnostics = [rule];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>What the message says of the tag it names; null when the tag is fine.</summary>
    private protected abstract string? FindCause(ResolvedTag tag, AspectSymbols symbols);

    /// <summary>How the message names the tag.</summary>
    private protected virtual string NameOf(TagDeclaration tag) => tag.Name;

    private protected sealed override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterSymbolAction(action => Report(action, symbols), SymbolKind.Method, SymbolKind.Property);

    private void Report(SymbolAnalysisContext context, AspectSymbols symbols)
    {
        // A tag on a parameter of an indexer is one of both accessors, and there is one report of it.
        var reports = MethodsOf(context.Symbol).SelectMany(method => Analyze(method, symbols, context.CancellationToken));
        foreach (var place in reports.GroupBy(static report => report.Location))
        {
            context.ReportDiagnostic(place.First());
        }
    }

    // Of a partial member the declaration speaks for both parts: their attributes merge.
    private static IEnumerable<IMethodSymbol> MethodsOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { AssociatedSymbol: null, PartialDefinitionPart: null } method => [method],
        IPropertySymbol { PartialDefinitionPart: null } property => AspectTargetRules.AccessorsOf(property),
        _ => [],
    };

    private IEnumerable<Diagnostic> Analyze(IMethodSymbol method, AspectSymbols symbols, CancellationToken cancellationToken)
    {
        foreach (var tag in TagRules.Resolve(method, symbols))
        {
            if (FindCause(tag, symbols) is { } cause)
            {
                yield return Diagnostic.Create(_rule, LocationOf(tag.Tag, cancellationToken), NameOf(tag.Tag), cause);
            }
        }
    }

    private Location? LocationOf(TagDeclaration tag, CancellationToken cancellationToken)
    {
        var syntax = tag.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        var argument = _argument is { } position ? syntax?.ArgumentList?.Arguments.Where(static argument => argument.NameEquals is null).ElementAtOrDefault(position) : null;
        return ((SyntaxNode?)argument ?? syntax)?.GetLocation();
    }
}
