using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Which methods can be called a second time, and with which configuration.</summary>
internal static class RetryRules
{
    /// <summary>Why a method with <c>[RetryWithBackoff]</c> cannot be retried as it is written and what to do instead; null when it can, or has no such attribute.</summary>
    public static string? FindExclusion(IMethodSymbol method, AspectSymbols symbols) =>
        AttributeOf(method, symbols) is { } attribute
            ? ExclusionOfResult(method, symbols) ?? ExclusionOfReceiver(method) ?? method.Parameters.Select(ExclusionOf).FirstOrDefault(static reason => reason is not null)
                ?? RetryConfigurationRules.FindProblem(attribute, method, symbols)
            : null;

    public static AttributeData? AttributeOf(IMethodSymbol method, AspectSymbols symbols) => AspectSymbols.FindAttribute(method, symbols.RetryWithBackoff);

    private static string? ExclusionOfResult(IMethodSymbol method, AspectSymbols symbols) =>
        method.RefKind != RefKind.None ? "a reference cannot be kept between two attempts; return by value"
        : AspectSymbols.IsSame(method.ReturnType, symbols.AsyncEnumerator) ? "an enumerator cannot be opened again; return IAsyncEnumerable<T>"
        : AspectReturnRules.IsSequence(method.ReturnType, symbols) ? "a lazy sequence would block whoever reads it during the delay; return IAsyncEnumerable<T>, or a list of all items"
        : TaskLikeRules.IsTaskLike(method.ReturnType, symbols) ? "a retry does not await task-likes; return Task, Task<T>, ValueTask or ValueTask<T>"
        : CannotBeKept(method.ReturnType) ? "a ref struct or pointer cannot be kept between two attempts; return a type that can be a field of a class"
        : null;

    private static string? ExclusionOfReceiver(IMethodSymbol method) =>
        !method.IsStatic && method.ContainingType is { IsValueType: true } ? "an instance method of a struct would be retried on a copy; make it static or the type a class" : null;

    private static string? ExclusionOf(IParameterSymbol parameter) =>
        parameter.RefKind is RefKind.Ref or RefKind.Out ? $"the {(parameter.RefKind == RefKind.Out ? "out" : "ref")} parameter '{parameter.Name}' cannot be kept between two attempts; pass it by value and return the result"
        : CannotBeKept(parameter.Type) ? $"the parameter '{parameter.Name}' is a ref struct or pointer and cannot be kept between two attempts; take a type such as Memory<T>"
        : null;

    private static bool CannotBeKept(ITypeSymbol type) =>
        type.IsRefLikeType || type is IPointerTypeSymbol or IFunctionPointerTypeSymbol or ITypeParameterSymbol { AllowsRefLikeType: true };
}
