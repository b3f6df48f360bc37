using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Tells the return types a wrapper can observe from those of which it would see only the creation.</summary>
internal static class ReturnShapeClassifier
{
    public static ReturnShape Classify(IMethodSymbol method, AspectSymbols symbols)
    {
        if (method.ReturnsVoid)
        {
            return ReturnShape.Void;
        }

        var shape = ClassifyByValue(method.ReturnType, symbols);
        return method.RefKind == RefKind.None ? shape
            : shape == ReturnShape.Value ? ReturnShape.Ref
            : ReturnShape.Unsupported;
    }

    /// <summary>Why the return type is unsupported and what to return instead.</summary>
    public static string AdviceFor(IMethodSymbol method, AspectSymbols symbols)
    {
        var type = method.ReturnType;
        return method.RefKind != RefKind.None && ClassifyByValue(type, symbols) != ReturnShape.Unsupported
            ? "a task or a stream cannot be observed through a reference; return it by value"
            : IsStream(type, symbols)
                ? "its elements are ref structs, which cannot be passed on one by one; return a stream of another element type"
            : AspectSymbols.IsSame(type, symbols.AsyncEnumerator)
                ? "only the creation of the enumerator would be observed; return IAsyncEnumerable<T>"
            : IsSynchronousSequence(type)
                ? "only the creation of the sequence would be observed; return a collection such as IReadOnlyList<T>, or IAsyncEnumerable<T>"
            : "only the creation of this awaitable would be observed; return Task, Task<T>, ValueTask or ValueTask<T>";
    }

    private static ReturnShape ClassifyByValue(ITypeSymbol type, AspectSymbols symbols)
    {
        var shape = ClassifyTask(type, symbols);
        return shape != ReturnShape.Unsupported ? shape
            : IsStream(type, symbols) ? (HasRefStructElements(type) ? ReturnShape.Unsupported : ReturnShape.Stream)
            : IsSynchronousSequence(type) || AspectSymbols.IsSame(type, symbols.AsyncEnumerator) || IsAwaitable(type) ? ReturnShape.Unsupported
            : ReturnShape.Value;
    }

    private static ReturnShape ClassifyTask(ITypeSymbol type, AspectSymbols symbols) =>
        AspectSymbols.IsSame(type, symbols.Task) ? ReturnShape.Task
        : AspectSymbols.IsSame(type, symbols.TaskOfT) ? ReturnShape.TaskOfT
        : AspectSymbols.IsSame(type, symbols.ValueTask) ? ReturnShape.ValueTask
        : AspectSymbols.IsSame(type, symbols.ValueTaskOfT) ? ReturnShape.ValueTaskOfT
        : ReturnShape.Unsupported;

    private static bool IsStream(ITypeSymbol type, AspectSymbols symbols) => AspectSymbols.IsSame(type, symbols.AsyncEnumerable);

    // A generic helper takes the elements, and only some type parameters allow ref structs (CS9244).
    private static bool HasRefStructElements(ITypeSymbol stream) => ((INamedTypeSymbol)stream).TypeArguments[0] switch
    {
        ITypeParameterSymbol parameter => parameter.AllowsRefLikeType,
        var element => element.IsRefLikeType,
    };

    private static bool IsSynchronousSequence(ITypeSymbol type) => type.OriginalDefinition.SpecialType
        is SpecialType.System_Collections_IEnumerable
        or SpecialType.System_Collections_Generic_IEnumerable_T
        or SpecialType.System_Collections_IEnumerator
        or SpecialType.System_Collections_Generic_IEnumerator_T;

    private static bool IsAwaitable(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(IsAwaitable),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsAwaitable(nullable.TypeArguments[0]),
        _ => HasGetAwaiter(type),
    };

    private static bool HasGetAwaiter(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(WellKnownMemberNames.GetAwaiter).OfType<IMethodSymbol>().Any(method => !method.IsStatic && method.Parameters.IsEmpty))
            {
                return true;
            }
        }

        return false;
    }
}
