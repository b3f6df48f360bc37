using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>The method that hooks are bound to. Holds symbols: it lives in a transform or an analyzer only.</summary>
internal sealed class HookTarget
{
    public HookTarget(IMethodSymbol method, AspectSymbols symbols)
    {
        Method = method;
        Symbols = symbols;
        IsStream = AspectSymbols.IsSame(method.ReturnType, symbols.AsyncEnumerable);
        IsTask = AspectReturnRules.IsTask(method.ReturnType, symbols);
        ResultType = IsStream ? null : TagResultRules.TypeOf(method, symbols);
    }

    public IMethodSymbol Method { get; }

    public AspectSymbols Symbols { get; }

    public bool IsStream { get; }

    public bool IsTask { get; }

    /// <summary>What the call yields, of a task its result; null when it yields nothing.</summary>
    public ITypeSymbol? ResultType { get; }

    /// <summary>Whether the hook may run after the method returned.</summary>
    public bool IsDeferred(HookKind kind) => IsStream || (IsTask && kind != HookKind.Enter);
}
