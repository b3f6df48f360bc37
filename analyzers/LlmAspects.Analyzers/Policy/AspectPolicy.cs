using Microsoft.CodeAnalysis;

namespace LlmAspects.Analyzers.Policy;

/// <summary>Which methods must carry which aspects.</summary>
internal sealed record AspectPolicy(PolicyScopes RequiredOn, PolicyAspects RequiredAspects, NamePatterns Namespaces, NamePatterns Methods)
{
    /// <summary>What holds where nobody says anything.</summary>
    public static AspectPolicy Default { get; } =
        new(PolicyScopes.Components, PolicyAspects.ErrorContext | PolicyAspects.TracePerformance, NamePatterns.Everything, NamePatterns.Everything);

    /// <summary>Whether a scope beyond components is on for a method.</summary>
    public bool Covers(PolicyScopes scope, IMethodSymbol method) =>
        (RequiredOn & scope) != 0 && Namespaces.Take(NameOf(method.ContainingNamespace)) && Methods.Take(method.Name);

    private static string NameOf(INamespaceSymbol @namespace) => @namespace.IsGlobalNamespace ? "" : @namespace.ToDisplayString();
}
