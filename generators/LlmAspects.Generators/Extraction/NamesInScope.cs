using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>The names that a local variable of the wrapper would collide with or hide.</summary>
internal static class NamesInScope
{
    public static EquatableArray<string> Of(IMethodSymbol method)
    {
        var names = new List<string>();
        names.AddRange(method.Parameters.Select(static parameter => parameter.Name));
        names.AddRange(method.TypeParameters.Select(static parameter => parameter.Name));
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            names.AddRange(type.TypeParameters.Select(static parameter => parameter.Name));
        }

        return new EquatableArray<string>([.. names]);
    }
}
