using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Which methods can await a hook that returns <c>ValueTask</c>.</summary>
internal static class HookAwaitRules
{
    /// <summary>Why the method cannot await a hook and what to do instead; null when it can.</summary>
    public static string? FindExclusion(HookTarget target) =>
        // The hooks of a stream are awaited where it is pulled, which takes none of the method's own variables.
        target.IsStream ? null
        : !target.IsTask ? "the method returns no task to await it in; return Task, Task<T>, ValueTask or ValueTask<T>, or make the hook void"
        : target.Method.Parameters.Select(ExclusionOf).FirstOrDefault(static reason => reason is not null)
        ?? (!target.Method.IsStatic && target.Method.ContainingType.IsValueType ? "an instance method of a struct would go on with a copy; make it static or the type a class" : null);

    private static string? ExclusionOf(IParameterSymbol parameter) =>
        parameter.RefKind != RefKind.None ? $"'{parameter.Name}' is passed by reference, which ends at the first await; pass it by value"
        : TagTypeRules.IsRefStruct(parameter.Type) || TagTypeRules.HasPointer(parameter.Type)
            ? $"'{parameter.Name}' is a ref struct or pointer, which ends at the first await; take a type such as Memory<T>"
        : null;
}
