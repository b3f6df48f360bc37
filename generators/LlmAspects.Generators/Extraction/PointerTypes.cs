using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Tells whether a signature can be written in an unsafe context only.</summary>
internal static class PointerTypes
{
    public static bool AppearIn(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (AppearIn(parameter.Type))
            {
                return true;
            }
        }

        return AppearIn(method.ReturnType);
    }

    private static bool AppearIn(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
        IArrayTypeSymbol array => AppearIn(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } named => named.TypeArguments.Any(AppearIn),
        _ => false,
    };
}
