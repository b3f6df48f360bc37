using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Reads one parameter.</summary>
internal static class ParameterExtractor
{
    public static ParameterModel Extract(IParameterSymbol parameter, AspectSymbols symbols)
        => new(
            ModifiersOf(parameter),
            QualifiedNames.Of(parameter.Type),
            QualifiedNames.Escape(parameter.Name),
            ArgumentModifierOf(parameter.RefKind),
            parameter.RefKind != RefKind.Out && !IsValueOfSetter(parameter) && SymbolEqualityComparer.Default.Equals(parameter.Type, symbols.CancellationToken));

    // What is set says nothing about the call that sets it.
    private static bool IsValueOfSetter(IParameterSymbol parameter)
        => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.PropertySet } setter && parameter.Ordinal == setter.Parameters.Length - 1;

    private static string ModifiersOf(IParameterSymbol parameter)
        => (IsExtensionReceiver(parameter) ? "this " : string.Empty)
            + (IsWrittenScoped(parameter) ? "scoped " : string.Empty)
            + DeclaredRefKindOf(parameter.RefKind)
            + (parameter.IsParams ? "params " : string.Empty);

    private static bool IsExtensionReceiver(IParameterSymbol parameter)
        => parameter.Ordinal == 0 && parameter.ContainingSymbol is IMethodSymbol { IsExtensionMethod: true };

    // `out` and `params` spans are scoped without the word.
    private static bool IsWrittenScoped(IParameterSymbol parameter) => parameter.ScopedKind switch
    {
        ScopedKind.ScopedRef => parameter.RefKind != RefKind.Out,
        ScopedKind.ScopedValue => !parameter.IsParams,
        _ => false,
    };

    private static string DeclaredRefKindOf(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        RefKind.RefReadOnlyParameter => "ref readonly ",
        _ => string.Empty,
    };

    // `in` is always written: left out, an overload by value could be chosen, or a copy made.
    private static string ArgumentModifierOf(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In or RefKind.RefReadOnlyParameter => "in ",
        _ => string.Empty,
    };
}
