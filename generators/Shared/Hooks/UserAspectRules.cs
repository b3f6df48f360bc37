using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAspects.Shared;

/// <summary>Which aspects of a user fit which methods.</summary>
internal static class UserAspectRules
{
    /// <summary>The aspects that have hooks, outermost first. The method has no problem.</summary>
    public static IEnumerable<(UserAspect Aspect, IReadOnlyList<HookBinding> Hooks)> Resolve(IMethodSymbol method, AspectSymbols symbols)
    {
        var aspects = UserAspect.Of(method, symbols);
        if (aspects.Count == 0)
        {
            return [];
        }

        var target = new HookTarget(method, symbols);
        return aspects.Select(aspect => (aspect, HooksOf(aspect, target))).Where(static pair => pair.Item2.Count > 0);
    }

    /// <summary>The first thing that is wrong, in words that say how to mend it; null when every hook fits.</summary>
    public static (AspectTargetProblemKind Kind, string Detail)? FindProblem(IMethodSymbol method, AspectSymbols symbols, CancellationToken cancellationToken)
    {
        var aspects = UserAspect.Of(method, symbols);
        if (aspects.Count == 0)
        {
            return null;
        }

        var target = new HookTarget(method, symbols);
        foreach (var aspect in aspects)
        {
            if (FindBindingProblem(aspect, target, cancellationToken) is { } unbound)
            {
                return (AspectTargetProblemKind.HookCannotBeBound, unbound);
            }

            if (HooksOf(aspect, target).FirstOrDefault(static hook => hook.IsAsync) is { } awaited && HookAwaitRules.FindExclusion(target) is { } exclusion)
            {
                return (AspectTargetProblemKind.HookCannotBeAwaited, $"'{awaited.Method.Name}' of '{aspect.Type.Name}' returns ValueTask, and {exclusion}");
            }
        }

        return null;
    }

    private static IReadOnlyList<HookBinding> HooksOf(UserAspect aspect, HookTarget target) =>
        [.. HookRules.Kinds.Select(kind => HookRules.Bind(aspect.Type, kind, target).Hook).OfType<HookBinding>()];

    private static string? FindBindingProblem(UserAspect aspect, HookTarget target, CancellationToken cancellationToken) =>
        !HookRules.Kinds.Any(kind => HookRules.Of(aspect.Type, kind).Any()) ? null
        : FindStructProblem(aspect.Type)
        ?? FindResultProblem(target, cancellationToken)
        ?? HookRules.Kinds.Select(kind => HookRules.Bind(aspect.Type, kind, target).Problem).FirstOrDefault(static problem => problem is not null);

    private static string? FindStructProblem(ITypeSymbol type) =>
        IsFileLocal(type) ? $"generated code cannot name the file-local '{type.Name}'; make it internal"
        : type.GetMembers().Any(static member => member is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true })
            ? $"'{type.Name}' has required members, which nothing sets; give them values in a constructor"
        : null;

    private static string? FindResultProblem(HookTarget target, CancellationToken cancellationToken) =>
        AspectReturnRules.IsSequence(target.Method.ReturnType, target.Symbols) ? "the call of a sequence goes on after the method returned; return a collection or IAsyncEnumerable<T>"
        : TaskLikeRules.IsTaskLike(target.Method.ReturnType, target.Symbols) ? "hooks do not follow task-likes; return Task, Task<T>, ValueTask or ValueTask<T>"
        : !target.IsTask && !target.IsStream ? null
        : target.Method.ReturnNullableAnnotation == NullableAnnotation.Annotated ? "a task or stream that may be null cannot be followed; declare it not null"
        : IsUnsafe(target.Method, cancellationToken) ? "nothing can be awaited in an unsafe context; leave 'unsafe' and pointers out of the signature"
        : null;

    private static bool IsUnsafe(IMethodSymbol method, CancellationToken cancellationToken) =>
        PartialRules.SyntaxOf(method, cancellationToken) is MemberDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.UnsafeKeyword)
        || method.Parameters.Any(static parameter => TagTypeRules.HasPointer(parameter.Type))
        || TagTypeRules.HasPointer(method.ReturnType);

    private static bool IsFileLocal(ITypeSymbol type) =>
        type is INamedTypeSymbol named && (named.IsFileLocal || named.TypeArguments.Any(IsFileLocal) || (named.ContainingType is { } around && IsFileLocal(around)));
}
