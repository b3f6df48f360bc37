using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>The declaration a Core method must have, as a developer would write it.</summary>
internal static class CoreSignature
{
    /// <summary>Short type names with keywords, nullability and constraints.</summary>
    public static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameOnly,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeModifiers,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string TextFor(IMethodSymbol definition, CancellationToken cancellationToken)
    {
        var signature = definition.ToDisplayParts(Format).Select(part => part.Kind switch
        {
            SymbolDisplayPartKind.MethodName => CoreMethodConvention.CoreNameOf(definition),
            _ => part.ToString(),
        });
        return "private " + ModifiersOf(definition, cancellationToken) + string.Concat(signature);
    }

    private static string ModifiersOf(IMethodSymbol definition, CancellationToken cancellationToken) =>
        (definition.IsStatic ? "static " : "")
        + (definition.IsReadOnly && !definition.ContainingType.IsReadOnly ? "readonly " : "")
        + (CoreSignatureRules.IsUnsafe(definition, cancellationToken) ? "unsafe " : "");
}
