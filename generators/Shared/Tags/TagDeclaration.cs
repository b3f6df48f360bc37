using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>One <c>[Tag]</c> as it is written. Holds symbols: it lives in a transform or an analyzer only.</summary>
internal sealed class TagDeclaration(AttributeData attribute, IParameterSymbol? parameter)
{
    public AttributeData Attribute => attribute;

    /// <summary>The annotated parameter; null on a method.</summary>
    public IParameterSymbol? Parameter => parameter;

    public string? Path => TextAt(1);

    public string? GivenName => TextAt(0);

    /// <summary>The name as recorded; of a parameter its own in snake_case when none is given.</summary>
    public string Name => TextAt(0) ?? (parameter is null || attribute.ConstructorArguments.Length > 0 ? string.Empty : SnakeCase.Of(parameter.Name));

    public bool IsMetric => attribute.NamedArguments.Any(static argument => argument.Key == "Metric" && argument.Value.Value is true);

    /// <summary>All of a method: those on the method, then those on its parameters.</summary>
    public static IEnumerable<TagDeclaration> Of(IMethodSymbol method, AspectSymbols symbols) =>
        On(method, null, symbols).Concat(method.Parameters.SelectMany(parameter => On(parameter, parameter, symbols)));

    private static IEnumerable<TagDeclaration> On(ISymbol symbol, IParameterSymbol? parameter, AspectSymbols symbols) =>
        symbol.GetAttributes()
            .Where(attribute => AspectSymbols.IsSame(attribute.AttributeClass, symbols.Tag))
            .Select(attribute => new TagDeclaration(attribute, parameter));

    private string? TextAt(int position) =>
        position < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[position].Value as string : null;
}
