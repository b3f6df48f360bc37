using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>Finds the component and operation names that attributes give.</summary>
internal static class GivenNames
{
    /// <summary>The names that the attributes of a method, property or type give.</summary>
    public static IEnumerable<GivenName> Of(ISymbol symbol, AspectSymbols symbols, CancellationToken cancellationToken) =>

        // Of a partial member the declaration speaks for both parts: their attributes merge.
        symbol is IMethodSymbol { PartialDefinitionPart: not null } or IPropertySymbol { PartialDefinitionPart: not null }
            ? []
            : symbol.GetAttributes().Where(attribute => GivesNames(attribute.AttributeClass, symbols)).SelectMany(attribute => Of(attribute, cancellationToken));

    /// <summary>The names that one attribute gives.</summary>
    public static IEnumerable<GivenName> Of(AttributeData attribute, CancellationToken cancellationToken)
    {
        var arguments = (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax)?.ArgumentList?.Arguments ?? default;
        var parameters = attribute.AttributeConstructor?.Parameters ?? [];
        for (var position = 0; position < attribute.ConstructorArguments.Length; position++)
        {
            // Written by its name, or else where its parameter stands.
            var written = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameters[position].Name) ?? arguments.ElementAtOrDefault(position);
            yield return NameOf(parameters[position].Name, attribute.ConstructorArguments[position], written);
        }

        foreach (var option in attribute.NamedArguments.Where(static option => option.Key is "Component" or "Operation"))
        {
            yield return NameOf(option.Key, option.Value, arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == option.Key));
        }
    }

    private static bool GivesNames(INamedTypeSymbol? attribute, AspectSymbols symbols) =>
        AspectSymbols.IsSame(attribute, symbols.ErrorContext) || AspectSymbols.IsSame(attribute, symbols.TracePerformance) || AspectSymbols.IsSame(attribute, symbols.LlmComponent);

    private static GivenName NameOf(string option, TypedConstant value, AttributeArgumentSyntax? written) => new(option, value, written?.GetLocation(), written?.Expression.GetLocation());
}
