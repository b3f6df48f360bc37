using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Recognises a member that is declared twice, as happens in the middle of copy and paste: two files of one name would stop the generator.</summary>
internal static class Redeclaration
{
    public static bool IsRepeated(IMethodSymbol method)
    {
        foreach (var member in method.ContainingType.GetMembers(method.Name))
        {
            if (member is IMethodSymbol { IsPartialDefinition: true } sibling && HaveSameSignature(method, sibling))
            {
                return !SymbolEqualityComparer.Default.Equals(method, sibling);
            }
        }

        return true;
    }

    public static bool IsRepeated(IPropertySymbol property)
    {
        foreach (var member in property.ContainingType.GetMembers(property.Name))
        {
            if (member is IPropertySymbol { IsPartialDefinition: true } sibling && HaveSameParameters(property.Parameters, sibling.Parameters))
            {
                return !SymbolEqualityComparer.Default.Equals(property, sibling);
            }
        }

        return true;
    }

    private static bool HaveSameSignature(IMethodSymbol left, IMethodSymbol right)
        => left.Arity == right.Arity && HaveSameParameters(left.Parameters, right.Parameters);

    private static bool HaveSameParameters(ImmutableArray<IParameterSymbol> left, ImmutableArray<IParameterSymbol> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (!HaveSameType(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    // By text, as the file is named: the type parameters of two declarations are never the same symbols.
    private static bool HaveSameType(IParameterSymbol left, IParameterSymbol right)
        => left.RefKind == right.RefKind
            && (SymbolEqualityComparer.IncludeNullability.Equals(left.Type, right.Type) || QualifiedNames.Of(left.Type) == QualifiedNames.Of(right.Type));
}
