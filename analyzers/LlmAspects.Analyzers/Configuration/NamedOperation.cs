using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>The operation that an annotated method is.</summary>
/// <param name="Names">Component and operation.</param>
/// <param name="Owner">The type and the name that its overloads share, without Async.</param>
/// <param name="Location">Its name in the source.</param>
internal sealed record NamedOperation((string Component, string Operation) Names, string Owner, Location? Location)
{
    public static NamedOperation Of(IMethodSymbol method, AspectSymbols symbols) =>
        new(OperationNames.Of(method, symbols), $"{method.ContainingType.ToDisplayString()}.{CoreMethodConvention.SharedNameOf(method)}", (method.AssociatedSymbol ?? method).Locations.FirstOrDefault());
}
