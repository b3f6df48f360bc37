using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>Looks at the aspects of every method and property; an unusable option is reported where it is written.</summary>
public abstract class AspectOptionAnalyzer : AspectAnalyzer
{
    private protected sealed override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols) =>
        context.RegisterSymbolAction(action => Analyze(action, symbols), SymbolKind.Method, SymbolKind.Property);

    private protected abstract void Analyze(SymbolAnalysisContext context, AttributeData attribute, AspectSymbols symbols);

    /// <summary>Where a named argument is written.</summary>
    private protected static AttributeArgumentSyntax? FindArgument(AttributeData attribute, string option, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments: var arguments }
            ? arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == option)
            : null;

    private void Analyze(SymbolAnalysisContext context, AspectSymbols symbols)
    {
        // Of a partial member the declaration speaks for both parts: their attributes merge.
        if (context.Symbol is IMethodSymbol { PartialDefinitionPart: null } or IPropertySymbol { PartialDefinitionPart: null })
        {
            foreach (var attribute in context.Symbol.GetAttributes())
            {
                Analyze(context, attribute, symbols);
            }
        }
    }
}
