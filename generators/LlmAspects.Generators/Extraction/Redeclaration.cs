using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Recognises a member that is declared twice, as happens in the middle of copy and paste: its implementing part must not be written twice.</summary>
internal static class Redeclaration
{
    public static bool IsRepeated(ISymbol member)
    {
        foreach (var sibling in member.ContainingType.GetMembers(member.Name))
        {
            if (SymbolEqualityComparer.Default.Equals(member, sibling))
            {
                return false;
            }

            if (HaveSameSignature(member, sibling))
            {
                return true;
            }
        }

        return true;
    }

    private static bool HaveSameSignature(ISymbol left, ISymbol right) => (left, right) switch
    {
        (IMethodSymbol method, IMethodSymbol { IsPartialDefinition: true } other) => method.Arity == other.Arity && HaveSameParameters(method.Parameters, other.Parameters),
        (IPropertySymbol property, IPropertySymbol { IsPartialDefinition: true } other) => HaveSameParameters(property.Parameters, other.Parameters),
        _ => false,
    };

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

    // By text: the type parameters of two declarations are never the same symbols.
    private static bool HaveSameType(IParameterSymbol left, IParameterSymbol right)
        => left.RefKind == right.RefKind
            && !AreWrittenOtherwise(left.Type, right.Type)
            && (SymbolEqualityComparer.IncludeNullability.Equals(left.Type, right.Type) || QualifiedNames.Of(left.Type) == QualifiedNames.Of(right.Type));

    // Most overloads differ at first sight, and need no text.
    private static bool AreWrittenOtherwise(ITypeSymbol left, ITypeSymbol right)
        => left is INamedTypeSymbol { IsTupleType: false } && right is INamedTypeSymbol { IsTupleType: false } && left.Name != right.Name;
}
