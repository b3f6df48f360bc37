using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.CodeFixes.Core;

/// <summary>The attributes that stand on declaration and Core alike.</summary>
internal static class BothPartsAttributes
{
    public static IEnumerable<AttributeData> In(IReadOnlyList<AttributeData> attributes, AspectSymbols symbols) => attributes.Where(attribute => IsOne(attribute.AttributeClass, symbols));

    public static bool IsOne(INamedTypeSymbol? attribute, AspectSymbols symbols) => symbols.AttributesOfBothParts.Any(known => AspectSymbols.IsSame(attribute, known));

    /// <summary>The attribute with its arguments as the declaration writes it.</summary>
    public static string TextOf(AttributeData attribute) => attribute.ApplicationSyntaxReference!.GetSyntax().ToString();
}
