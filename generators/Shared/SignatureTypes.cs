using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Compares the types of two signatures: type parameters of the methods by position, tuple names, <c>dynamic</c> and nullability included.</summary>
internal static class SignatureTypes
{
    public static bool AreSame(ITypeSymbol left, ITypeSymbol right) =>
        HaveCompatibleNullability(left.NullableAnnotation, right.NullableAnnotation) && HaveSameStructure(left, right);

    public static bool HaveSameConstraints(ITypeParameterSymbol left, ITypeParameterSymbol right) =>
        left.HasReferenceTypeConstraint == right.HasReferenceTypeConstraint
        && HaveCompatibleNullability(left.ReferenceTypeConstraintNullableAnnotation, right.ReferenceTypeConstraintNullableAnnotation)
        && left.HasValueTypeConstraint == right.HasValueTypeConstraint
        && left.HasUnmanagedTypeConstraint == right.HasUnmanagedTypeConstraint
        && left.HasNotNullConstraint == right.HasNotNullConstraint
        && left.HasConstructorConstraint == right.HasConstructorConstraint
        && left.AllowsRefLikeType == right.AllowsRefLikeType
        && left.ConstraintTypes.Length == right.ConstraintTypes.Length
        && left.ConstraintTypes.All(expected => right.ConstraintTypes.Any(actual => AreSame(expected, actual)));

    // Code outside a nullable context agrees with either.
    private static bool HaveCompatibleNullability(NullableAnnotation left, NullableAnnotation right) =>
        left == right || left == NullableAnnotation.None || right == NullableAnnotation.None;

    private static bool HaveSameStructure(ITypeSymbol left, ITypeSymbol right) => (left, right) switch
    {
        (ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } a, ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } b) => a.Ordinal == b.Ordinal,
        (IArrayTypeSymbol a, IArrayTypeSymbol b) => a.Rank == b.Rank && AreSame(a.ElementType, b.ElementType),
        (IPointerTypeSymbol a, IPointerTypeSymbol b) => AreSame(a.PointedAtType, b.PointedAtType),
        (IFunctionPointerTypeSymbol a, IFunctionPointerTypeSymbol b) => HaveSameSignature(a.Signature, b.Signature),
        (INamedTypeSymbol a, INamedTypeSymbol b) => AreSameNamed(a, b),
        _ => SymbolEqualityComparer.Default.Equals(left, right),
    };

    private static bool AreSameNamed(INamedTypeSymbol left, INamedTypeSymbol right)
    {
        if (left.IsTupleType && right.IsTupleType)
        {
            return AllSame(left.TupleElements, right.TupleElements, static (a, b) => a.Name == b.Name && AreSame(a.Type, b.Type));
        }

        return SymbolEqualityComparer.Default.Equals(left.OriginalDefinition, right.OriginalDefinition)
            && (left.Arity == 0 || AllSame(left.TypeArguments, right.TypeArguments, AreSame))
            && (left.ContainingType is null || right.ContainingType is null || AreSameNamed(left.ContainingType, right.ContainingType));
    }

    private static bool HaveSameSignature(IMethodSymbol left, IMethodSymbol right) =>
        left.CallingConvention == right.CallingConvention
        && AllSame(left.UnmanagedCallingConventionTypes, right.UnmanagedCallingConventionTypes, static (a, b) => AreSame(a, b))
        && left.RefKind == right.RefKind
        && AreSame(left.ReturnType, right.ReturnType)
        && AllSame(left.Parameters, right.Parameters, static (a, b) => a.RefKind == b.RefKind && AreSame(a.Type, b.Type));

    private static bool AllSame<T>(IReadOnlyList<T> left, IReadOnlyList<T> right, Func<T, T, bool> areSame)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!areSame(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }
}
