using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.CodeFixes.Conversion.Rules;

/// <summary>About declarations whose implementing part is written by hand: that part can become the Core.</summary>
internal static class ImplementationRules
{
    /// <summary>The part with the body; null where there is none, or it is generated.</summary>
    public static ConversionTarget? FindPart(ConversionTarget declaration, CancellationToken cancellationToken)
    {
        var part = declaration.Method.PartialImplementationPart;
        return PartialRules.IsForeign(part)
            && PartialRules.SyntaxOf(part!, cancellationToken) is MethodDeclarationSyntax syntax
            && declaration.Document.Project.GetDocument(syntax.SyntaxTree) is { } document and not SourceGeneratedDocument
            ? new ConversionTarget(document, syntax.SyntaxTree.GetText(cancellationToken), declaration.Model.Compilation.GetSemanticModel(syntax.SyntaxTree), syntax, part!, declaration.Symbols)
            : null;
    }

    /// <summary>
    /// Why the part cannot become the Core; null when it can. The attributes of both parts merge, so none may be lost: those of a caller have to stand on the
    /// declaration already, those of the body on this part.
    /// </summary>
    public static string? FindObstacle(ConversionTarget declaration, ConversionTarget part)
    {
        List<AttributeSyntax> declared = [.. AttributesOf(declaration)], implemented = [.. AttributesOf(part)];
        return implemented.TrueForAll(attribute => AttributePlaceRules.PlaceOf(attribute, part) == AttributePlace.Core || IsAmong(declared, attribute))
            && declared.TrueForAll(attribute => AttributePlaceRules.PlaceOf(attribute, declaration) == AttributePlace.Declaration || IsAmong(implemented, attribute))
            ? null
            : "attributes would be lost";
    }

    private static IEnumerable<AttributeSyntax> AttributesOf(ConversionTarget target) =>
        target.Syntax.DescendantNodes(static node => node is not (BlockSyntax or ArrowExpressionClauseSyntax)).OfType<AttributeSyntax>();

    private static bool IsAmong(List<AttributeSyntax> attributes, AttributeSyntax attribute) => attributes.Exists(other => SyntaxFactory.AreEquivalent(attribute, other));
}
