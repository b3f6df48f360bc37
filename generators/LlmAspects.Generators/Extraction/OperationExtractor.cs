using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Finds the names of an operation: given on an aspect, else on the component, else by default.</summary>
internal static class OperationExtractor
{
    public static OperationModel Extract(IMethodSymbol method, AppliedAspects aspects, AspectSymbols symbols)
    {
        var component = NameGivenBy(aspects, position: 0, "Component")
            ?? NameGivenBy(method.ContainingType, symbols.LlmComponent)
            ?? CoreMethodConvention.ComponentNameOf(method.ContainingType.Name);
        var name = NameGivenBy(aspects, position: 1, "Operation") is { } given
            ? CoreMethodConvention.OperationNameOf(method, given)
            : CoreMethodConvention.OperationNameOf(method);
        return new OperationModel(component, name, NameGivenBy(method.ContainingAssembly, symbols.LlmAspectsSource), aspects.Set, OptionsExtractor.Extract(method, aspects, symbols));
    }

    private static string? NameGivenBy(AppliedAspects aspects, int position, string property)
        => NameGivenBy(aspects.ErrorContext, position, property)
            ?? NameGivenBy(aspects.TracePerformance, position, property);

    private static string? NameGivenBy(AttributeData? attribute, int position, string property)
    {
        if (attribute is null)
        {
            return null;
        }

        // A property is assigned after the constructor ran, so it wins.
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == property)
            {
                return OperationNameRules.NameIn(argument.Value);
            }
        }

        var arguments = attribute.ConstructorArguments;
        return position < arguments.Length ? OperationNameRules.NameIn(arguments[position]) : null;
    }

    private static string? NameGivenBy(ISymbol annotated, INamedTypeSymbol? attributeClass)
    {
        if (attributeClass is null)
        {
            return null;
        }

        foreach (var attribute in annotated.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass))
            {
                return attribute.ConstructorArguments.Length == 1 ? OperationNameRules.NameIn(attribute.ConstructorArguments[0]) : null;
            }
        }

        return null;
    }
}
