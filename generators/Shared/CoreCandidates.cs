using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>The methods that bear the name of a declaration's Core.</summary>
/// <param name="HasMatch">One of them has the signature the wrapper calls.</param>
/// <param name="Nearest">Otherwise the one that was most probably meant; null when every one belongs to another overload.</param>
internal readonly record struct CoreCandidates(bool HasMatch, IMethodSymbol? Nearest)
{
    public static CoreCandidates Of(IMethodSymbol definition, AspectSymbols symbols, CancellationToken cancellationToken)
    {
        var named = MethodsOf(definition.ContainingType, CoreMethodConvention.CoreNameOf(definition), MethodKind.Ordinary);

        // All texts first: to tell one overload from the others they need not be bound.
        if (named.Exists(core => CoreTextRules.AreSame(definition, core, symbols, cancellationToken)) || named.Exists(core => Matches(definition, core, symbols, cancellationToken)))
        {
            return new(true, null);
        }

        var overloads = MethodsOf(definition.ContainingType, definition.Name, definition.MethodKind);
        overloads.RemoveAll(overload => SymbolEqualityComparer.Default.Equals(overload, definition));
        named.RemoveAll(core => overloads.Exists(overload => Matches(overload, core, symbols, cancellationToken)));
        var nearest = named.Find(core => core.Parameters.Length == definition.Parameters.Length) ?? named.FirstOrDefault();
        return new(false, nearest);
    }

    private static List<IMethodSymbol> MethodsOf(INamedTypeSymbol type, string name, MethodKind kind) =>
        [.. type.GetMembers(name).OfType<IMethodSymbol>().Where(method => method.MethodKind == kind)];

    private static bool Matches(IMethodSymbol definition, IMethodSymbol core, AspectSymbols symbols, CancellationToken cancellationToken) =>
        CoreSignatureRules.AreSame(definition, core, symbols, cancellationToken);
}
