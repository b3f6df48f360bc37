using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>What <c>await</c> finds on a type itself; extension methods depend on the file and do not count.</summary>
internal static class AwaiterRules
{
    public static bool IsAwaitable(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(IsAwaitable),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsAwaitable(nullable.TypeArguments[0]),
        _ => GetAwaiterOf(type) is not null,
    };

    /// <summary>The type that <c>await</c> yields, <c>void</c> included; null when it cannot be awaited.</summary>
    public static ITypeSymbol? ResultOf(ITypeSymbol type) =>
        GetAwaiterOf(type) is { } getAwaiter ? Find(getAwaiter.ReturnType, WellKnownMemberNames.GetResult)?.ReturnType : null;

    /// <summary>Whether awaiting can be told not to come back to the caller's context, with the same result.</summary>
    public static bool CanLeaveTheContext(ITypeSymbol type) =>
        WithBases(type).SelectMany(static each => each.GetMembers("ConfigureAwait")).OfType<IMethodSymbol>().Any(method =>
            method is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, Arity: 0, Parameters.Length: 1 }
            && method.Parameters[0].Type.SpecialType == SpecialType.System_Boolean
            && SymbolEqualityComparer.Default.Equals(ResultOf(method.ReturnType), ResultOf(type)));

    private static IMethodSymbol? GetAwaiterOf(ITypeSymbol type) => Find(type, WellKnownMemberNames.GetAwaiter);

    private static IMethodSymbol? Find(ITypeSymbol type, string name)
    {
        foreach (var each in WithBases(type))
        {
            foreach (var member in each.GetMembers(name))
            {
                if (member is IMethodSymbol { IsStatic: false, Parameters.IsEmpty: true } method)
                {
                    return method;
                }
            }
        }

        return null;
    }

    private static IEnumerable<ITypeSymbol> WithBases(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        // An interface inherits by another way.
        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (var inherited in type.AllInterfaces)
            {
                yield return inherited;
            }
        }
    }
}
