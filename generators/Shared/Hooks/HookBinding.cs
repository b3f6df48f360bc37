using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>A hook with a value for each of its parameters. Holds symbols: it lives in a transform or an analyzer only.</summary>
/// <param name="Kind">When it runs.</param>
/// <param name="Method">The hook.</param>
/// <param name="Arguments">The values; a parameter that keeps its default has none.</param>
internal sealed record HookBinding(HookKind Kind, IMethodSymbol Method, IReadOnlyList<HookArgument> Arguments)
{
    public bool IsAsync => !Method.ReturnsVoid;
}

/// <param name="Parameter">The parameter of the hook.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Argument">The parameter of the annotated method, if the value is its argument.</param>
internal sealed record HookArgument(IParameterSymbol Parameter, HookSource Source, IParameterSymbol? Argument);
