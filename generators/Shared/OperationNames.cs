using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>The names of an operation: given on an aspect, else on the component, else by default.</summary>
internal static class OperationNames
{
    public const string ComponentOption = "Component";
    public const string OperationOption = "Operation";

    /// <summary>The names that the wrapper of a method or accessor records.</summary>
    /// <param name="method">The method or accessor.</param>
    /// <param name="errorContext">Its <c>[ErrorContext]</c>, which goes before the other aspect.</param>
    /// <param name="tracePerformance">Its <c>[TracePerformance]</c>.</param>
    /// <param name="symbols">The known types of the compilation.</param>
    public static (string Component, string Operation) Of(IMethodSymbol method, AttributeData? errorContext, AttributeData? tracePerformance, AspectSymbols symbols)
    {
        var operation = NameGivenBy(errorContext, tracePerformance, OperationOption);
        return (
            NameGivenBy(errorContext, tracePerformance, ComponentOption) ?? ComponentOf(method.ContainingType, symbols),
            operation is null ? CoreMethodConvention.OperationNameOf(method) : CoreMethodConvention.OperationNameOf(method, operation));
    }

    /// <summary>The names that the wrapper of an annotated method or accessor records.</summary>
    public static (string Component, string Operation) Of(IMethodSymbol method, AspectSymbols symbols)
    {
        var carrier = method.AssociatedSymbol ?? method;
        return Of(method, AspectSymbols.FindAttribute(carrier, symbols.ErrorContext), AspectSymbols.FindAttribute(carrier, symbols.TracePerformance), symbols);
    }

    /// <summary>The component that a type is, unless an aspect names another.</summary>
    public static string ComponentOf(INamedTypeSymbol type, AspectSymbols symbols) =>
        NameGivenBy(type, symbols.LlmComponent) ?? CoreMethodConvention.ComponentNameOf(type);

    /// <summary>The name that an attribute with one argument gives to a type or an assembly; null when there is none.</summary>
    public static string? NameGivenBy(ISymbol annotated, INamedTypeSymbol? attributeClass) =>
        AspectSymbols.FindAttribute(annotated, attributeClass) is { ConstructorArguments.Length: 1 } attribute
            ? OperationNameRules.NameIn(attribute.ConstructorArguments[0])
            : null;

    /// <summary>The name that the aspects of a method give, <c>[ErrorContext]</c> before <c>[TracePerformance]</c>; null when neither does.</summary>
    public static string? NameGivenBy(AttributeData? errorContext, AttributeData? tracePerformance, string option) => NameGivenBy(errorContext, option) ?? NameGivenBy(tracePerformance, option);

    private static string? NameGivenBy(AttributeData? attribute, string property)
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
        var position = property == ComponentOption ? 0 : 1;
        return position < arguments.Length ? OperationNameRules.NameIn(arguments[position]) : null;
    }
}
