using LlmAspects.Analyzers.Policy;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Analyzers.Missing;

/// <summary>Which methods have to carry aspects.</summary>
internal static class RequirementRules
{
    /// <summary>Why the declaration of a method demands aspects, as an apposition to its name; null when it does not.</summary>
    public static string? FindDemand(IMethodSymbol method, AspectSymbols symbols, AspectPolicy policy) =>
        method is not { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false } || IsPlumbing(method) ? null
        : FindScope(method, symbols, policy) is { } demand && CanBeAsked(method, symbols) ? demand
        : null;

    /// <summary>Why a method that calls a model must carry aspects by the policy; null when it need not.</summary>
    public static string? FindDemandOfModelCall(IMethodSymbol method, AspectSymbols symbols, AspectPolicy policy, CancellationToken cancellationToken) =>
        policy.Covers(PolicyScopes.ModelCalls, method) && CanBeAsked(method, symbols) && !BelongsToOperation(method, symbols, cancellationToken) ? "which calls a model" : null;

    /// <summary>Whether the calls of a method belong to an operation already: it is a Core, helps one, or its type is a model itself and hands on.</summary>
    public static bool BelongsToOperation(IMethodSymbol method, AspectSymbols symbols, CancellationToken cancellationToken) =>
        CoreMethodRules.FindDeclaration(method, symbols, cancellationToken) is not null
        || (method.DeclaredAccessibility == Accessibility.Private && !symbols.AnnotatedMembersOf(method.ContainingType).IsEmpty)
        || ModelCallRules.IsModel(method.ContainingType, symbols);

    /// <summary>Whether a method could carry aspects and is not exempt.</summary>
    public static bool CanBeAsked(IMethodSymbol method, AspectSymbols symbols) =>
        method.PartialDefinitionPart is null
        && !AspectSymbols.HasAttribute(method, symbols.NoAspects)
        && AspectTargetRules.FindImpossibility(method, symbols) is null;

    private static string? FindScope(IMethodSymbol method, AspectSymbols symbols, AspectPolicy policy) =>
        (policy.RequiredOn & PolicyScopes.Components) != 0 && AspectSymbols.HasAttribute(method.ContainingType, symbols.LlmComponent) ? $"a public method of the component '{method.ContainingType.Name}'"
        : policy.Covers(PolicyScopes.Public, method) && IsPublic(method.ContainingType) ? "a public method"
        : null;

    private static bool IsPublic(INamedTypeSymbol? type) => type is null || (type.DeclaredAccessibility == Accessibility.Public && IsPublic(type.ContainingType));

    // These do no work of the component: what everybody calls at the end, the service lookup, and what object declares.
    private static bool IsPlumbing(IMethodSymbol method) =>
        method.Name is "Dispose" or "DisposeAsync" or "GetService" || OverridesObject(method);

    private static bool OverridesObject(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        return method.ContainingType.SpecialType == SpecialType.System_Object;
    }
}
