using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Testing.Generators.Corpus;

/// <summary>Writes one parameter.</summary>
internal static class CorpusParameters
{
    public static string TextOf(IParameterSymbol parameter, bool isDeclaration)
        => CorpusAttributes.TextOf(parameter) + ModifiersOf(parameter) + CorpusTypes.TextOf(parameter.Type) + " " + NameOf(parameter)
            + (isDeclaration && IsTrailingDefault(parameter) ? " = " + DefaultOf(parameter) : "");

    private static string NameOf(IParameterSymbol parameter)
        => parameter.Name.Length == 0 ? "parameter" + parameter.Ordinal : CorpusTypeWriter.Escape(parameter.Name);

    private static string ModifiersOf(IParameterSymbol parameter)
        => (IsReceiver(parameter) ? "this " : "")
            + (IsScoped(parameter) ? "scoped " : "")
            + parameter.RefKind switch
            {
                RefKind.Ref => "ref ",
                RefKind.Out => "out ",
                RefKind.In => "in ",
                RefKind.RefReadOnlyParameter => "ref readonly ",
                _ => "",
            }
            + (parameter.IsParams ? "params " : "");

    private static bool IsReceiver(IParameterSymbol parameter)
        => parameter is { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true, ContainingType: { ContainingType: null, IsStatic: true, Arity: 0 } } };

    private static bool IsScoped(IParameterSymbol parameter)
        => (parameter.ScopedKind == ScopedKind.ScopedRef && parameter.RefKind != RefKind.Out)
            || (parameter.ScopedKind == ScopedKind.ScopedValue && !parameter.IsParams);

    // An optional parameter before a required one has no notation in C# (CS1737).
    private static bool IsTrailingDefault(IParameterSymbol parameter)
        => ((IMethodSymbol)parameter.ContainingSymbol).Parameters.Skip(parameter.Ordinal).All(static each => each.IsParams || HasDefault(each))
            && HasDefault(parameter);

    private static bool HasDefault(IParameterSymbol parameter)
        => parameter is { HasExplicitDefaultValue: true, RefKind: RefKind.None or RefKind.In, IsParams: false }
            && parameter.ExplicitDefaultValue is not DateTime;

    private static string DefaultOf(IParameterSymbol parameter) => parameter switch
    {
        { ExplicitDefaultValue: null } => "default!",
        { ExplicitDefaultValue: double.NaN } => "double.NaN",
        { ExplicitDefaultValue: { } value } when EnumOf(parameter.Type) is { } type
            => $"({CorpusTypes.TextOf(type)})({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!})",
        { ExplicitDefaultValue: decimal value } => value.ToString(System.Globalization.CultureInfo.InvariantCulture) + "m",
        { ExplicitDefaultValue: float value } => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture) + "f",
        { ExplicitDefaultValue: { } value } => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
    };

    private static ITypeSymbol? EnumOf(ITypeSymbol type)
        => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? EnumOf(nullable.TypeArguments[0])
            : type.TypeKind == TypeKind.Enum ? type
            : null;
}
