using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.CodeFixes.Conversion.Rules;

/// <summary>
/// Whether the name of a Core is free. A second method of that name could hide an inherited one, or take over calls that mean another one, so a name in use
/// is no candidate unless it is that of the Core of another overload or takes another number of arguments.
/// </summary>
internal static class CoreNameRules
{
    /// <summary>What has the name already; null when it is free.</summary>
    public static string? FindObstacle(ConversionTarget target, CancellationToken cancellationToken)
    {
        var (model, type, name, position) = (target.Model, target.Method.ContainingType, target.CoreName, target.Syntax.SpanStart);
        var taken = model.LookupSymbols(position, name: name)
            .Concat(model.LookupSymbols(position, type, name, includeReducedExtensionMethods: true))
            .Concat(type.GetMembers(name))
            .FirstOrDefault(symbol => !IsHarmless(symbol, target, cancellationToken));
        return taken is null ? null : $"the name '{name}' is taken by '{taken.ToDisplayString()}'";
    }

    private static bool IsHarmless(ISymbol symbol, ConversionTarget target, CancellationToken cancellationToken) =>
        symbol is IMethodSymbol method
        && SymbolEqualityComparer.Default.Equals(method.ContainingType, target.Method.ContainingType)
        && (IsCoreOfAnnotated(method, target, cancellationToken) || TakesOtherNumber(method, target.Method));

    private static bool IsCoreOfAnnotated(IMethodSymbol core, ConversionTarget target, CancellationToken cancellationToken) =>
        target.Method.ContainingType.GetMembers(target.Method.Name)
            .OfType<IMethodSymbol>()
            .Any(overload => !SymbolEqualityComparer.Default.Equals(overload, target.Method.PartialDefinitionPart ?? target.Method)
                && target.Symbols.HasAspect(overload)
                && CoreSignatureRules.AreSame(overload, core, target.Symbols, cancellationToken));

    // Core itself has no optional parameters.
    private static bool TakesOtherNumber(IMethodSymbol method, IMethodSymbol declaration)
    {
        var required = method.Parameters.Count(static parameter => !parameter.IsOptional && !parameter.IsParams);
        var isOpen = method.Parameters.Any(static parameter => parameter.IsParams) || declaration.Parameters.Any(static parameter => parameter.IsParams);
        return !isOpen && (declaration.Parameters.Length < required || declaration.Parameters.Length > method.Parameters.Length);
    }
}
