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
        var signature = definition.MethodKind == MethodKind.Ordinary ? TextForMethod(definition) : TextForAccessor(definition);
        return "private " + ModifiersOf(definition, cancellationToken) + signature;
    }

    private static string TextForMethod(IMethodSymbol definition) =>
        string.Concat(definition.ToDisplayParts(Format).Select(part => part.Kind switch
        {
            SymbolDisplayPartKind.MethodName => CoreMethodConvention.CoreNameOf(definition),
            _ => part.ToString(),
        }));

    private static string TextForAccessor(IMethodSymbol definition)
    {
        var reference = definition.ReturnsByRef ? "ref " : definition.ReturnsByRefReadonly ? "ref readonly " : "";
        var parameters = string.Join(", ", definition.Parameters.Select(parameter => parameter.ToDisplayString(Format)));
        return $"{reference}{definition.ReturnType.ToDisplayString(Format)} {CoreMethodConvention.CoreNameOf(definition)}({parameters})";
    }

    private static string ModifiersOf(IMethodSymbol definition, CancellationToken cancellationToken) =>
        (definition.IsStatic ? "static " : "")
        + (definition.IsReadOnly && !definition.ContainingType.IsReadOnly ? "readonly " : "")
        + (CoreSignatureRules.IsUnsafe(definition, cancellationToken) ? "unsafe " : "");
}
