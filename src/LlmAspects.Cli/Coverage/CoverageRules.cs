using LlmAspects.Analyzers.Missing;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Cli.Coverage;

/// <summary>What one method must carry, and carries.</summary>
internal static class CoverageRules
{
    /// <summary>The judgement of a method; <see langword="null"/> when it neither must carry aspects nor does.</summary>
    public static MethodCoverage? Judge(IMethodSymbol method, AspectSymbols symbols)
    {
        var carrier = method.AssociatedSymbol ?? method;
        if (method.PartialDefinitionPart is not null || method is { MethodKind: not (MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet) })
        {
            return null;
        }

        bool isRequired = ComponentMethodRules.MustCarryAspects(method, symbols), isTraced = AspectSymbols.HasAttribute(carrier, symbols.TracePerformance);
        if (!isRequired && !isTraced)
        {
            return null;
        }

        var (component, operation) = OperationNames.Of(method, symbols);
        return new MethodCoverage(method, component, operation, isRequired, isTraced, isRequired ? MissingOn(carrier, symbols) : []);
    }

    private static IReadOnlyList<string> MissingOn(ISymbol carrier, AspectSymbols symbols) =>
    [
        .. new[] { symbols.ErrorContext, symbols.TracePerformance }
            .Where(aspect => !AspectSymbols.HasAttribute(carrier, aspect))
            .Select(AspectSymbols.ShortNameOf),
    ];
}
