using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>
/// The attributes that hold for an accessor. Those of its property speak of the result, of the value or of the whole:
/// https://learn.microsoft.com/dotnet/csharp/language-reference/attributes/nullable-analysis
/// </summary>
internal static class AccessorAttributes
{
    private static readonly string[] OfTheResult = ["MaybeNullAttribute", "NotNullAttribute", "NotNullIfNotNullAttribute", "DynamicallyAccessedMembersAttribute"];
    private static readonly string[] OfTheValue = ["AllowNullAttribute", "DisallowNullAttribute", "DynamicallyAccessedMembersAttribute"];
    private static readonly string[] OfTheWhole = ["UnscopedRefAttribute", "MemberNotNullAttribute", "MemberNotNullWhenAttribute"];

    /// <summary>What stands on the method, or for an accessor also on its property about the whole.</summary>
    public static IReadOnlyList<AttributeData> OfMethod(IMethodSymbol method) => With(method.GetAttributes(), method.AssociatedSymbol, OfTheWhole);

    /// <summary>What stands on the result, or for a getter also on its property about it.</summary>
    public static IReadOnlyList<AttributeData> OfResult(IMethodSymbol method) =>
        With(method.GetReturnTypeAttributes(), method.MethodKind == MethodKind.PropertyGet ? method.AssociatedSymbol : null, OfTheResult);

    /// <summary>What stands on a parameter or type parameter, or for the value of a setter also on its property about it.</summary>
    public static IReadOnlyList<AttributeData> OfParameter(ISymbol parameter) => With(parameter.GetAttributes(), PropertyOfValue(parameter), OfTheValue);

    private static ISymbol? PropertyOfValue(ISymbol parameter) =>
        parameter is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.PropertySet } setter } value && value.Ordinal == setter.Parameters.Length - 1
            ? setter.AssociatedSymbol
            : null;

    private static IReadOnlyList<AttributeData> With(IReadOnlyList<AttributeData> own, ISymbol? property, string[] names) =>
        property is IPropertySymbol
            ? [.. own, .. property.GetAttributes().Where(attribute => names.Contains(attribute.AttributeClass?.Name))]
            : own;
}
