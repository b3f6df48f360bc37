using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.CodeFixes.Core;

/// <summary>Finds the Cores of a member that differ from it and can be rewritten.</summary>
internal static class DifferingCoreRules
{
    public static IReadOnlyList<DifferingCore> Find(ISymbol member, Project project, Compilation compilation, CancellationToken cancellationToken) =>
        AspectSymbols.TryCreate(compilation) is { } symbols && FindProblem(member, symbols, cancellationToken)?.Kind == AspectTargetProblemKind.CoreSignatureDiffers
            ? [.. DefinitionsOf(member).Select(definition => Find(definition, project, compilation, symbols, cancellationToken)).OfType<DifferingCore>()]
            : [];

    public static AspectTargetProblem? FindProblem(ISymbol member, AspectSymbols symbols, CancellationToken cancellationToken) => member switch
    {
        IMethodSymbol method => AspectTargetRules.FindProblem(method, symbols, cancellationToken),
        IPropertySymbol property => AspectTargetRules.FindProblem(property, symbols, cancellationToken),
        _ => null,
    };

    private static IEnumerable<IMethodSymbol> DefinitionsOf(ISymbol member) => member switch
    {
        IMethodSymbol method => [method.PartialDefinitionPart ?? method],
        IPropertySymbol property => AspectTargetRules.AccessorsOf(property.PartialDefinitionPart ?? property),
        _ => [],
    };

    private static DifferingCore? Find(IMethodSymbol definition, Project project, Compilation compilation, AspectSymbols symbols, CancellationToken cancellationToken) =>
        CoreCandidates.Of(definition, symbols, cancellationToken) is { HasMatch: false, Nearest: { DeclaringSyntaxReferences.Length: 1, IsPartialDefinition: false } core }
        && PartialRules.SyntaxOf(core, cancellationToken) is MethodDeclarationSyntax { ContainsDiagnostics: false } syntax
        && project.GetDocument(syntax.SyntaxTree) is { } document and not SourceGeneratedDocument
        && new DifferingCore(document, compilation.GetSemanticModel(syntax.SyntaxTree), syntax, core, definition, symbols) is var differing
        && !syntax.DescendantTrivia(differing.Header).Any(trivia => trivia.IsDirective && differing.Header.Contains(trivia.Span))
            ? differing
            : null;
}
