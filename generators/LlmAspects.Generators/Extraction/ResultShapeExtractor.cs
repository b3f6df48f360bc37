using LlmAspects.Generators.Model;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Classifies what a method hands back.</summary>
internal static class ResultShapeExtractor
{
    public static ResultShape ShapeOf(IMethodSymbol method, AspectSymbols symbols)
    {
        if (method.RefKind != RefKind.None)
        {
            return method.ReturnsByRef ? ResultShape.RefValue : ResultShape.RefReadOnlyValue;
        }

        if (method.ReturnsVoid)
        {
            return ResultShape.Void;
        }

        var type = method.ReturnType.OriginalDefinition;
        return Is(type, symbols.AsyncEnumerable) ? ResultShape.Stream
            : AspectReturnRules.IsSequence(type, symbols) ? ResultShape.Sequence
            : Is(type, symbols.Task) || Is(type, symbols.TaskOfT) || Is(type, symbols.ValueTask) || Is(type, symbols.ValueTaskOfT) ? ResultShape.Awaitable
            : TaskLikeRules.IsTaskLike(method.ReturnType, symbols) ? ResultShape.TaskLike
            : ResultShape.Value;
    }

    private static bool Is(ITypeSymbol type, INamedTypeSymbol? known) => SymbolEqualityComparer.Default.Equals(type, known);
}
