using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Generators.Extraction;

/// <summary>Writes the attributes that a method between wrapper and Core needs as both have them.</summary>
internal static class AttributeTextExtractor
{
    /// <summary>The attributes that must stand on declaration and Core alike, and what lets obsolete code call obsolete code; without brackets.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<AttributeData> attributes, AspectSymbols symbols)
        => attributes
            .Where(attribute => AspectSymbols.IsSame(attribute.AttributeClass, symbols.Obsolete)
                || symbols.AttributesOfBothParts.Any(known => AspectSymbols.IsSame(attribute.AttributeClass, known)))
            .Select(TextOf);

    /// <summary>The same in brackets of their own, each followed by a space.</summary>
    public static string ListOf(IReadOnlyList<AttributeData> attributes, AspectSymbols symbols)
        => attributes.Count == 0 ? string.Empty : string.Concat(Of(attributes, symbols).Select(static text => $"[{text}] "));

    private static string TextOf(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments.SelectMany(TextsOf)
            .Concat(attribute.NamedArguments.SelectMany(static argument => TextsOf(argument.Value).Select(value => $"{argument.Key} = {value}")));
        return $"{QualifiedNames.Of(attribute.AttributeClass!)}({string.Join(", ", arguments)})";
    }

    // An array is the list of a params parameter.
    private static IEnumerable<string> TextsOf(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Array => constant.Values.SelectMany(TextsOf),
        TypedConstantKind.Enum => [$"({QualifiedNames.Of(constant.Type!)})({SymbolDisplay.FormatPrimitive(constant.Value!, quoteStrings: true, useHexadecimalNumbers: false)})"],
        _ => [constant.ToCSharpString()],
    };
}
