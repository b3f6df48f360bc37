using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Finds the attributes by which stack traces leave the wrapper out and debuggers step through it.</summary>
internal static class WrapperAttributesExtractor
{
    public static EquatableArray<string> Extract(IMethodSymbol method, AspectSymbols symbols)
        => AspectSymbols.HasAttribute(method.ContainingAssembly, symbols.LlmAspectsShowWrappers)
            ? EquatableArray<string>.Empty
            : new([.. Missing(method, symbols.StackTraceHidden), .. Missing(method, symbols.DebuggerStepThrough)]);

    // The attributes of both parts merge, and these may stand only once (CS0579).
    private static IEnumerable<string> Missing(IMethodSymbol method, INamedTypeSymbol? attribute)
        => attribute is null || AspectSymbols.HasAttribute(method, attribute)
            ? []
            : [$"global::{attribute.ContainingNamespace.ToDisplayString()}.{AspectSymbols.ShortNameOf(attribute)}"];
}
