using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>What <c>result</c> and <c>last</c> stand for.</summary>
internal static class TagResultRules
{
    /// <summary>The type that the call yields: of a task its result, of a stream its items; null when it yields nothing.</summary>
    public static ITypeSymbol? TypeOf(IMethodSymbol method, AspectSymbols symbols) =>
        method.ReturnsVoid || AspectSymbols.IsSame(method.ReturnType, symbols.Task) || AspectSymbols.IsSame(method.ReturnType, symbols.ValueTask) ? null
        : TaskLikeRules.IsTaskLike(method.ReturnType, symbols) ? AwaiterRules.ResultOf(method.ReturnType) is { SpecialType: not SpecialType.System_Void } result ? result : null
        : !IsTaskOfT(method.ReturnType, symbols) && !AspectReturnRules.IsStream(method.ReturnType, symbols) ? method.ReturnType
        : method.ReturnType is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } ? arguments[0]
        : symbols.Compilation.ObjectType.WithNullableAnnotation(NullableAnnotation.Annotated);

    /// <summary>Whether the call may go on after the method returned.</summary>
    public static bool MayBePending(IMethodSymbol method, AspectSymbols symbols) =>
        AspectReturnRules.IsStream(method.ReturnType, symbols) || IsTaskOfT(method.ReturnType, symbols)
        || AspectSymbols.IsSame(method.ReturnType, symbols.Task) || AspectSymbols.IsSame(method.ReturnType, symbols.ValueTask)
        || TaskLikeRules.IsTaskLike(method.ReturnType, symbols);

    public static (TagValue? Value, string? Problem) Begin(string root, IMethodSymbol method, AspectSymbols symbols)
    {
        if ((root == "last") != AspectReturnRules.IsStream(method.ReturnType, symbols))
        {
            return (null, root == "last" ? "only a stream or sequence has a last item; write result" : "a stream or sequence has no result; write last for the last item delivered");
        }

        return TypeOf(method, symbols) is not { } type ? (null, "the method has no result")
            : TagTypeRules.HasPointer(type) ? (null, "a pointer has no value to record")
            : (new TagValue(TagRoot.Result, null, string.Empty, [], type), null);
    }

    private static bool IsTaskOfT(ITypeSymbol type, AspectSymbols symbols) =>
        AspectSymbols.IsSame(type, symbols.TaskOfT) || AspectSymbols.IsSame(type, symbols.ValueTaskOfT);
}
