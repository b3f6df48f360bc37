using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Extracts what the static operation of a method is made of.</summary>
internal static class OperationExtractor
{
    public static OperationModel Extract(IMethodSymbol method, AppliedAspects aspects, AspectSymbols symbols)
    {
        var (component, operation) = OperationNames.Of(method, aspects.ErrorContext, aspects.TracePerformance, symbols);
        return new OperationModel(component, operation, OperationNames.NameGivenBy(method.ContainingAssembly, symbols.LlmAspectsSource), aspects.Set, OptionsExtractor.Extract(method, aspects, symbols));
    }
}
