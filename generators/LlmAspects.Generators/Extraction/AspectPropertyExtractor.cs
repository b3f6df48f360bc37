using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Generators.Extraction;

/// <summary>Reads a property or an indexer that can be expanded: each accessor wraps a Core method of its own.</summary>
internal static class AspectPropertyExtractor
{
    public static AspectPropertyModel Extract(
        IPropertySymbol property, BasePropertyDeclarationSyntax declaration, ContainingTypeModel containingType, FieldNames fields, AspectSymbols symbols)
    {
        var aspects = AppliedAspects.Of(property, symbols);
        var accessors = AspectTargetRules.AccessorsOf(property).ToArray();
        return new AspectPropertyModel(
            containingType,
            PointerTypes.AppearIn(accessors[0]),
            DeclarationOf(property, declaration, symbols),
            new EquatableArray<AccessorModel>([.. accessors.Select(accessor => new AccessorModel(
                HeaderOf(accessor, declaration),
                AspectMethodExtractor.ExtractAccessor(accessor, containingType, fields, aspects, symbols)))]));
    }

    // Modifiers are taken from the text: a symbol cannot tell `readonly` on the member from `readonly` on its struct.
    private static string DeclarationOf(IPropertySymbol property, BasePropertyDeclarationSyntax declaration, AspectSymbols symbols)
    {
        var modifiers = string.Join(" ", declaration.Modifiers.Select(static modifier => modifier.ValueText));
        var type = (property.ReturnsByRef ? "ref " : property.ReturnsByRefReadonly ? "ref readonly " : string.Empty) + QualifiedNames.Of(property.Type);
        var name = property.IsIndexer
            ? $"this[{string.Join(", ", property.Parameters.Select(parameter => ParameterExtractor.Extract(parameter, symbols).Declaration))}]"
            : QualifiedNames.Escape(property.Name);
        return $"{modifiers} {type} {name}";
    }

    private static string HeaderOf(IMethodSymbol accessor, BasePropertyDeclarationSyntax declaration)
    {
        var kind = accessor.MethodKind == MethodKind.PropertyGet ? SyntaxKind.GetAccessorDeclaration : SyntaxKind.SetAccessorDeclaration;
        var syntax = declaration.AccessorList!.Accessors.First(candidate => candidate.IsKind(kind));
        return string.Concat(syntax.Modifiers.Select(static modifier => modifier.ValueText + " ")) + syntax.Keyword.ValueText;
    }
}
