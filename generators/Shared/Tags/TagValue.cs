using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Where a tag's value comes from.</summary>
internal enum TagRoot
{
    Parameter,
    Instance,
    Result,
}

/// <summary>A path that was followed to its end. Holds symbols: it lives in a transform or an analyzer only.</summary>
/// <param name="Root">Where it begins.</param>
/// <param name="Parameter">The parameter it begins with, if any.</param>
/// <param name="Steps">The C# text after the root.</param>
/// <param name="Members">The parameter, properties and fields on the way.</param>
/// <param name="Type">The type of the value.</param>
internal sealed record TagValue(TagRoot Root, IParameterSymbol? Parameter, string Steps, IReadOnlyList<ISymbol> Members, ITypeSymbol Type);
