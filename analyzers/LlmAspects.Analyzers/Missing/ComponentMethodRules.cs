using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Analyzers.Missing;

/// <summary>Which methods of a component have to carry aspects.</summary>
internal static class ComponentMethodRules
{
    public static bool MustCarryAspects(IMethodSymbol method, AspectSymbols symbols) =>
        method is { DeclaredAccessibility: Accessibility.Public, PartialDefinitionPart: null }
        && AspectSymbols.HasAttribute(method.ContainingType, symbols.LlmComponent)
        && !IsPlumbing(method)
        && !AspectSymbols.HasAttribute(method, symbols.NoAspects)
        && AspectTargetRules.FindImpossibility(method, symbols) is null;

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
