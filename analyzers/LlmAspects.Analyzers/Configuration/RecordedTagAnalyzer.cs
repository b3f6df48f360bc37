using System.Collections.Immutable;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>Reports tags that are recorded and should not be as they are.</summary>
public abstract class RecordedTagAnalyzer : AspectAnalyzer
{
    private readonly DiagnosticDescriptor _rule;

    private protected RecordedTagAnalyzer(DiagnosticDescriptor rule)
    {
        _rule = rule;
        SupportedDiagnostics = [rule];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>What the message names beside the tag; null when the tag is fine.</summary>
    private protected abstract string? FindCause(TagDeclaration tag, TagValue value, IMethodSymbol method, AspectSymbols symbols);

    private protected sealed override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterSymbolAction(action => Report((IMethodSymbol)action.Symbol, symbols, action), SymbolKind.Method);

    private void Report(IMethodSymbol method, AspectSymbols symbols, SymbolAnalysisContext context)
    {
        // Of a partial method the declaration speaks for both parts: their attributes merge.
        if (method.PartialDefinitionPart is not null || !symbols.HasAspect(method))
        {
            return;
        }

        foreach (var (tag, value, _) in TagRules.Resolve(method, symbols))
        {
            if (value is not null && FindCause(tag, value, method, symbols) is { } cause)
            {
                var location = tag.Attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation();
                context.ReportDiagnostic(Diagnostic.Create(_rule, location, tag.Name, cause));
            }
        }
    }
}
