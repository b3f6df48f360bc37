using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Generators.Extraction;

/// <summary>How symbols are written, so that the text means the same in any file.</summary>
internal static class QualifiedNames
{
    private static readonly SymbolDisplayFormat TypeFormat = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Included,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat NamespaceFormat = TypeFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>Writes a type; <c>object</c> stands for <c>dynamic</c>, which would turn the call of Core into a call site of the runtime binder.</summary>
    public static string Of(ITypeSymbol type)
    {
        var text = type.ToDisplayString(TypeFormat);
        return text.Contains("dynamic") ? WithoutDynamic(type) : text;
    }

    public static string Of(INamespaceSymbol @namespace)
        => @namespace.IsGlobalNamespace ? string.Empty : @namespace.ToDisplayString(NamespaceFormat);

    public static string Escape(string identifier)
        => SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;

    private static string WithoutDynamic(ITypeSymbol type)
        => string.Concat(type.ToDisplayParts(TypeFormat)
            .Select(static part => part.Symbol is IDynamicTypeSymbol ? "object" : part.ToString()));
}
