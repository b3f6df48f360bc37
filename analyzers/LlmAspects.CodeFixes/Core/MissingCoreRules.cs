using LlmAspects.CodeFixes.Conversion;
using LlmAspects.CodeFixes.Conversion.Editing;
using LlmAspects.CodeFixes.Conversion.Rules;
using LlmAspects.CodeFixes.Conversion.Writing;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAspects.CodeFixes.Core;

/// <summary>Finds the Cores that a member lacks and that can be created.</summary>
internal static class MissingCoreRules
{
    public static IReadOnlyList<MissingCore> Find(MemberDeclarationSyntax syntax, Document document, SemanticModel model, SourceText text, CancellationToken cancellationToken)
    {
        if (syntax.ContainsDiagnostics
            || syntax.DescendantTrivia().Any(trivia => trivia.IsDirective && trivia.SpanStart > syntax.SpanStart)
            || AspectSymbols.TryCreate(model.Compilation) is not { } symbols)
        {
            return [];
        }

        return (syntax, model.GetDeclaredSymbol(syntax, cancellationToken)) switch
        {
            (MethodDeclarationSyntax declaration, IMethodSymbol method) => OfMethod(new ConversionTarget(document, text, model, declaration, method, symbols), cancellationToken),
            (_, IPropertySymbol property) when IsCoreMissing(AspectTargetRules.FindProblem(property, symbols, cancellationToken)) => OfProperty(property, syntax, model, text, symbols, cancellationToken),
            _ => [],
        };
    }

    private static IReadOnlyList<MissingCore> OfMethod(ConversionTarget target, CancellationToken cancellationToken) =>
        IsCoreMissing(AspectTargetRules.FindProblem(target.Method, target.Symbols, cancellationToken)) && CoreNameRules.FindObstacle(target, cancellationToken) is null
            ? [new MissingCore(target.CoreName, CoreHeaderWriter.Write(target))]
            : [];

    private static bool IsCoreMissing(AspectTargetProblem? problem) => problem?.Kind == AspectTargetProblemKind.CoreIsMissing;

    private static IReadOnlyList<MissingCore> OfProperty(
        IPropertySymbol property, MemberDeclarationSyntax syntax, SemanticModel model, SourceText text, AspectSymbols symbols, CancellationToken cancellationToken)
    {
        var writer = new AccessorCoreWriter(model, syntax.SpanStart, SourceLayout.SeparatorBefore(text, syntax.GetFirstToken()), symbols);
        return
        [
            .. from accessor in AspectTargetRules.AccessorsOf(property)
               where CoreCandidates.Of(accessor, symbols, cancellationToken) is { HasMatch: false, Nearest: null }
               let name = CoreMethodConvention.CoreNameOf(accessor)
               where model.LookupSymbols(syntax.SpanStart, property.ContainingType, name).All(symbol => IsOfAnotherIndexer(symbol, property))
               select new MissingCore(name, writer.Write(accessor, cancellationToken)),
        ];
    }

    // Indexers overload each other, and so do their Cores.
    private static bool IsOfAnotherIndexer(ISymbol symbol, IPropertySymbol property) =>
        property.IsIndexer && symbol is IMethodSymbol && SymbolEqualityComparer.Default.Equals(symbol.ContainingType, property.ContainingType);
}
