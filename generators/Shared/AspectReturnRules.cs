using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Tells the return types a wrapper can observe from those of which it would see only the creation.</summary>
internal static class AspectReturnRules
{
    /// <summary>Why a call with this return type cannot be observed and what to return instead; null when it can.</summary>
    public static string? FindExclusion(IMethodSymbol method, AspectSymbols symbols)
    {
        var type = method.ReturnType;
        if (IsStream(type, symbols) || IsTask(type, symbols))
        {
            return method.RefKind != RefKind.None ? "a task or a stream cannot be observed through a reference; return it by value"
                : IsStream(type, symbols) && HasRefStructElements(type) ? "elements that are ref structs cannot be passed on one by one; return a stream of another type"
                : null;
        }

        return AwaiterRules.IsAwaitable(type) ? TaskLikeRules.FindExclusion(method, symbols) : null;
    }

    /// <summary>Whether whoever calls the method gets its result without a blocked thread.</summary>
    public static bool IsAsynchronous(IMethodSymbol method, AspectSymbols symbols) =>
        AspectSymbols.IsSame(method.ReturnType, symbols.AsyncEnumerable) || AwaiterRules.IsAwaitable(method.ReturnType);

    /// <summary>Whether the call begins with the first pull.</summary>
    public static bool IsStream(ITypeSymbol type, AspectSymbols symbols) => AspectSymbols.IsSame(type, symbols.AsyncEnumerable) || IsSequence(type, symbols);

    /// <summary>Whether the type is exactly one that an iterator may return, or the asynchronous enumerator; a type that derives from them is an ordinary value.</summary>
    public static bool IsSequence(ITypeSymbol type, AspectSymbols symbols) => AspectSymbols.IsSame(type, symbols.AsyncEnumerator) || IsSynchronousSequence(type);

    /// <summary>Whether the type is one of the four tasks of .NET.</summary>
    public static bool IsTask(ITypeSymbol type, AspectSymbols symbols) =>
        AspectSymbols.IsSame(type, symbols.Task)
        || AspectSymbols.IsSame(type, symbols.TaskOfT)
        || AspectSymbols.IsSame(type, symbols.ValueTask)
        || AspectSymbols.IsSame(type, symbols.ValueTaskOfT);

    // The runtime's generic method takes the elements, and its type parameter does not allow ref structs (CS9244).
    private static bool HasRefStructElements(ITypeSymbol stream) => stream is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments }
        && (arguments[0] is ITypeParameterSymbol parameter ? parameter.AllowsRefLikeType : arguments[0].IsRefLikeType);

    private static bool IsSynchronousSequence(ITypeSymbol type) => type.OriginalDefinition.SpecialType
        is SpecialType.System_Collections_IEnumerable
        or SpecialType.System_Collections_Generic_IEnumerable_T
        or SpecialType.System_Collections_IEnumerator
        or SpecialType.System_Collections_Generic_IEnumerator_T;
}
