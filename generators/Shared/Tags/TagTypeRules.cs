using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>How values of a type are stepped over and recorded.</summary>
internal static class TagTypeRules
{
    public static bool IsRefStruct(ITypeSymbol type) => type.IsRefLikeType || type is ITypeParameterSymbol { AllowsRefLikeType: true };

    public static bool HasPointer(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
        IArrayTypeSymbol array => HasPointer(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } named => named.TypeArguments.Any(HasPointer),
        _ => false,
    };

    /// <summary>The operator of a step, and the type whose member it takes.</summary>
    public static (string Operator, ITypeSymbol Type) StepFrom(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => ("?.", nullable.TypeArguments[0]),
        { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.NotAnnotated } => ("?.", type),
        ITypeParameterSymbol { IsValueType: false } parameter when !IsRefStruct(parameter) => ("?.", type),
        _ => (".", type),
    };

    /// <summary>The value as it is handed over, or why it cannot be.</summary>
    public static (TagValue? Value, string? Problem) End(TagValue value, bool isConditional)
    {
        var type = value.Type;
        if (type.TypeKind == TypeKind.Dynamic)
        {
            return (null, "a dynamic value is bound at run time; take a property of a known type");
        }

        if (HasPointer(type))
        {
            return (null, "a pointer has no value to record");
        }

        if (IsRefStruct(type))
        {
            return IsSpanOfChar(type) ? (value with { Steps = value.Steps + ".ToString()" }, null)
                : (null, $"'{type.ToDisplayString(CoreSignature.Format)}' is a ref struct, which has no value to record");
        }

        // Of `a?.b` C# has no type when b may be a struct or a class (CS8978).
        return isConditional && type is ITypeParameterSymbol { IsReferenceType: false, IsValueType: false }
            ? (value with { Steps = value.Steps.Replace("?.", ".") }, null)
            : (value, null);
    }

    private static bool IsSpanOfChar(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System" } span
        && span.TypeArguments.Length == 1 && span.TypeArguments[0].SpecialType == SpecialType.System_Char;
}
