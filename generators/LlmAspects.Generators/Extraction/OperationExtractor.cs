using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Finds the names of an operation: given on an aspect, else on the component, else by default.</summary>
internal static class OperationExtractor
{
    public static OperationModel Extract(IMethodSymbol method, AppliedAspects aspects, AspectSymbols symbols, IAssemblySymbol assembly)
    {
        var component = NameGivenBy(aspects, position: 0, "Component")
            ?? NameGivenBy(method.ContainingType, symbols.LlmComponent)
            ?? CoreMethodConvention.ComponentNameOf(method.ContainingType.Name);
        var name = NameGivenBy(aspects, position: 1, "Operation")
            ?? CoreMethodConvention.OperationNameOf(method.Name);
        return new OperationModel(component, name, NameGivenBy(assembly, symbols.LlmAspectsSource), aspects.Set, OptionsExtractor.Extract(aspects));
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
                return Text(argument.Value);
            }
        }

        var arguments = attribute.ConstructorArguments;
        return position < arguments.Length ? Text(arguments[position]) : null;
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
                return attribute.ConstructorArguments.Length == 1 ? Text(attribute.ConstructorArguments[0]) : null;
            }
        }

        return null;
    }

    private static string? Text(TypedConstant constant)
        => constant is { Kind: TypedConstantKind.Primitive, Value: string { Length: > 0 } text } ? text : null;
}
