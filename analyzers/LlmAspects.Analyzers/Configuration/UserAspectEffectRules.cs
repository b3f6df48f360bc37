using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>Finds what a struct of hooks says without effect.</summary>
internal static class UserAspectEffectRules
{
    /// <summary>What has no effect and what to do, in words that follow the name of the struct; null when all has.</summary>
    public static string? FindProblem(ITypeSymbol type)
    {
        var hooks = HookRules.Kinds.SelectMany(kind => HookRules.Of(type, kind)).ToArray();
        return hooks.Length == 0 ? "has no hook, so the aspect does nothing; write OnEnter, OnSuccess, OnError or OnExit"
            : hooks.FirstOrDefault(hook => ChangesCopy(hook, type)) is { } lost
                ? $"loses what '{lost.Name}' assigns, for an async method of a struct works on a copy; make the hook readonly, and assign before the first async call"
            : null;
    }

    // `readonly` is the proof that nothing is assigned: the compiler checks it.
    private static bool ChangesCopy(IMethodSymbol hook, ITypeSymbol type) =>
        hook is { IsAsync: true, IsStatic: false, IsReadOnly: false }
        && type.GetMembers().Any(static member => member is IFieldSymbol { IsStatic: false, IsReadOnly: false });
}
