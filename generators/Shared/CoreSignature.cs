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

    public static string TextFor(IMethodSymbol definition, CancellationToken cancellationToken) =>
        definition.MethodKind == MethodKind.Ordinary
            ? "private " + ModifiersOf(definition, cancellationToken) + TextForMethod(definition)
            : TextForAccessor(definition, static symbol => symbol.ToDisplayString(Format), cancellationToken);

    /// <summary>The declaration of an accessor's Core.</summary>
    /// <param name="accessor">The accessor.</param>
    /// <param name="show">Writes a type or a parameter.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static string TextForAccessor(IMethodSymbol accessor, Func<ISymbol, string> show, CancellationToken cancellationToken)
    {
        var reference = accessor.ReturnsByRef ? "ref " : accessor.ReturnsByRefReadonly ? "ref readonly " : "";
        var header = $"{reference}{show(accessor.ReturnType)} {CoreMethodConvention.CoreNameOf(accessor)}({string.Join(", ", accessor.Parameters.Select(parameter => show(parameter)))})";
        return "private " + ModifiersOf(accessor, cancellationToken) + header;
    }

    private static string TextForMethod(IMethodSymbol definition) =>
        string.Concat(definition.ToDisplayParts(Format).Select(part => part.Kind switch
        {
            SymbolDisplayPartKind.MethodName => CoreMethodConvention.CoreNameOf(definition),
            _ => part.ToString(),
        }));

    private static string ModifiersOf(IMethodSymbol definition, CancellationToken cancellationToken) =>
        (definition.IsStatic ? "static " : "")
        + (definition.IsReadOnly && !definition.ContainingType.IsReadOnly ? "readonly " : "")
        + (CoreSignatureRules.IsUnsafe(definition, cancellationToken) ? "unsafe " : "");
}
