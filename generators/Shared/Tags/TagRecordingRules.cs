using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Which aspects record tags: error context those of the arguments, the trace all of them. The other aspects record none.</summary>
internal static class TagRecordingRules
{
    /// <summary>What to add for any tag of the method to be recorded; null when one of its aspects records tags.</summary>
    public static string? FindProblem(IMethodSymbol method, AspectSymbols symbols) =>
        Has(method, symbols.ErrorContext) || Has(method, symbols.TracePerformance) ? null : $"add [ErrorContext] or [TracePerformance] to '{NameOf(method)}'";

    /// <summary>What to add for a value to be recorded; null when it is: a failed call, all that error context sees, has no result.</summary>
    public static string? FindProblem(TagValue value, IMethodSymbol method, AspectSymbols symbols) =>
        value.Root != TagRoot.Result || Has(method, symbols.TracePerformance) ? null : $"an error has no result; add [TracePerformance] to '{NameOf(method)}'";

    // The aspects of an accessor stand on its property.
    private static bool Has(IMethodSymbol method, INamedTypeSymbol aspect) => AspectSymbols.HasAttribute(method.AssociatedSymbol ?? method, aspect);

    private static string NameOf(IMethodSymbol method) => method.AssociatedSymbol?.Name ?? method.Name;
}
