using Microsoft.CodeAnalysis;

namespace LlmAspects.Testing.Generators.Corpus;

/// <summary>What the corpus needs to know of types.</summary>
internal static class CorpusTypes
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Writes a type so that it means the same in any file.</summary>
    public static string TextOf(ITypeSymbol type) => type.ToDisplayString(Format);

    /// <summary>Whether any code can name the type.</summary>
    public static bool IsPublic(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPublic(array.ElementType),
        IPointerTypeSymbol pointer => IsPublic(pointer.PointedAtType),
        IFunctionPointerTypeSymbol function => IsPublic(function.Signature.ReturnType) && function.Signature.Parameters.All(static parameter => IsPublic(parameter.Type)),
        INamedTypeSymbol named => named.DeclaredAccessibility == Accessibility.Public
            && (named.ContainingType is null || IsPublic(named.ContainingType))
            && named.TypeArguments.All(IsPublic),
        _ => true,
    };

    /// <summary>Whether the type can be written in an unsafe context only.</summary>
    public static bool IsUnsafe(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
        IArrayTypeSymbol array => IsUnsafe(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnsafe),
        _ => false,
    };
}
