using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Which types have few values.</summary>
internal static class TagValueRules
{
    public static bool IsBounded(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsBounded(nullable.TypeArguments[0]),
        _ => type.SpecialType == SpecialType.System_Boolean || type.TypeKind == TypeKind.Enum,
    };
}
