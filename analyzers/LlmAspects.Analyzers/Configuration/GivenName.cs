using Microsoft.CodeAnalysis;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>A component or operation name where it is given.</summary>
/// <param name="Option">The parameter or property that takes it.</param>
/// <param name="Value">The name.</param>
/// <param name="Argument">The argument.</param>
/// <param name="Expression">The name within the argument.</param>
internal readonly record struct GivenName(string Option, TypedConstant Value, Location? Argument, Location? Expression);
