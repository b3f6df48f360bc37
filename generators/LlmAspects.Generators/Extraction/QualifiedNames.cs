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

    /// <summary>Writes a type; <c>object</c> stands for <c>dynamic</c>, which would turn the call of Core into a call site of the runtime binder.</summary>
    public static string Of(ITypeSymbol type)
        => KeywordTypes.Of(type.SpecialType) is { } keyword && type.NullableAnnotation != NullableAnnotation.Annotated ? keyword
            : TypeNameWriter.TryWrite(type) ?? AsDisplayed(type);

    public static string Of(INamespaceSymbol @namespace) => TypeNameWriter.Write(@namespace);

    /// <summary>Writes a type as the compiler displays it: slow, and right for every type.</summary>
    public static string AsDisplayed(ITypeSymbol type)
    {
        var text = type.ToDisplayString(TypeFormat);
        return text.Contains("dynamic") ? WithoutDynamic(type) : text;
    }

    public static string Escape(string identifier)
        => SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;

    private static string WithoutDynamic(ITypeSymbol type)
        => string.Concat(type.ToDisplayParts(TypeFormat)
            .Select(static part => part.Symbol is IDynamicTypeSymbol ? "object" : part.ToString()));
}
