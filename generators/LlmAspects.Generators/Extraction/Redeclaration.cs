using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Recognises a method that is declared twice, as happens in the middle of copy and paste: two files of one name would stop the generator.</summary>
internal static class Redeclaration
{
    public static bool IsRepeated(IMethodSymbol method)
    {
        foreach (var member in method.ContainingType.GetMembers(method.Name))
        {
            if (SymbolEqualityComparer.Default.Equals(method, member))
            {
                return false;
            }

            if (member is IMethodSymbol { IsPartialDefinition: true } sibling && HaveSameSignature(method, sibling))
            {
                return true;
            }
        }

        return true;
    }

    private static bool HaveSameSignature(IMethodSymbol left, IMethodSymbol right)
    {
        if (left.Arity != right.Arity || left.Parameters.Length != right.Parameters.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Parameters.Length; i++)
        {
            if (!HaveSameType(left.Parameters[i], right.Parameters[i]))
            {
                return false;
            }
        }

        return true;
    }

    // By text, as the file is named: the type parameters of two declarations are never the same symbols.
    private static bool HaveSameType(IParameterSymbol left, IParameterSymbol right)
        => left.RefKind == right.RefKind
            && !AreWrittenOtherwise(left.Type, right.Type)
            && (SymbolEqualityComparer.IncludeNullability.Equals(left.Type, right.Type) || QualifiedNames.Of(left.Type) == QualifiedNames.Of(right.Type));

    // Most overloads differ at first sight, and need no text.
    private static bool AreWrittenOtherwise(ITypeSymbol left, ITypeSymbol right)
        => left is INamedTypeSymbol { IsTupleType: false } && right is INamedTypeSymbol { IsTupleType: false } && left.Name != right.Name;
}
