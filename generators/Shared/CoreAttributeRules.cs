using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Attributes that change what a call means to the compiler or the trimmer, and so have to stand on declaration and Core alike.</summary>
internal static class CoreAttributeRules
{
    /// <summary>The first such attribute that only one of the two has, in words that say how to mend it; null when they agree.</summary>
    public static string? FindDifference(IMethodSymbol definition, IMethodSymbol core, AspectSymbols symbols)
    {
        if (NameOfDifference(AccessorAttributes.OfMethod(definition), core.GetAttributes(), symbols) is { } onMethod)
        {
            return $"put [{onMethod}] on both or on neither";
        }

        if (NameOfDifference(AccessorAttributes.OfResult(definition), core.GetReturnTypeAttributes(), symbols) is { } onReturn)
        {
            return $"put [return: {onReturn}] on both or on neither";
        }

        return FindDifference(definition.Parameters, core.Parameters, symbols) ?? FindDifference(definition.TypeParameters, core.TypeParameters, symbols);
    }

    /// <summary>Whether no attribute of a declaration has to stand on its Core as well.</summary>
    public static bool HoldsForDeclarationAlone(IReadOnlyList<AttributeData> attributes, AspectSymbols symbols) => NameOfDifference(attributes, [], symbols) is null;

    private static string? FindDifference(IReadOnlyList<ISymbol> expected, IReadOnlyList<ISymbol> actual, AspectSymbols symbols)
    {
        for (var i = 0; i < expected.Count; i++)
        {
            if (NameOfDifference(AccessorAttributes.OfParameter(expected[i]), actual[i].GetAttributes(), symbols) is { } difference)
            {
                return $"put [{difference}] on '{actual[i].Name}' in both or in neither";
            }
        }

        return null;
    }

    private static string? NameOfDifference(IReadOnlyList<AttributeData> expected, IReadOnlyList<AttributeData> actual, AspectSymbols symbols)
    {
        // Nothing but the aspects is what most methods carry: no need to look anything up.
        if (actual.Count == 0 && expected.All(data => symbols.IsAspect(data.AttributeClass)))
        {
            return null;
        }

        var difference = symbols.AttributesOfBothParts.FirstOrDefault(attribute => Has(expected, attribute) != Has(actual, attribute));
        return difference is null ? null : AspectSymbols.ShortNameOf(difference);
    }

    private static bool Has(IReadOnlyList<AttributeData> attributes, INamedTypeSymbol attribute) =>
        attributes.Any(data => AspectSymbols.IsSame(data.AttributeClass, attribute));
}
