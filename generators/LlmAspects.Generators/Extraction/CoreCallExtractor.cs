using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Finds how the wrapper names Core.</summary>
internal static class CoreCallExtractor
{
    public static string TargetOf(IMethodSymbol method, EquatableArray<string> namesInScope)
    {
        var name = CoreMethodConvention.CoreNameOf(method);
        if (!namesInScope.Contains(name))
        {
            return QualifiedNames.Escape(name);
        }

        // A parameter, or a type parameter, called like Core hides it.
        return (method.IsStatic ? QualifiedNames.Of(method.ContainingType) : "this") + "." + QualifiedNames.Escape(name);
    }
}
