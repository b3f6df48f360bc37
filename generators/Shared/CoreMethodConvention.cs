using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>The only place that knows how a Core method, an operation and a component are named.</summary>
internal static class CoreMethodConvention
{
    private const string Core = "Core";
    private const string Async = "Async";

    /// <summary><c>AskAsync</c> is implemented by <c>AskCoreAsync</c>, <c>Ask</c> by <c>AskCore</c>.</summary>
    public static string CoreNameOf(string methodName) =>
        EndsInAsync(methodName) ? WithoutAsync(methodName) + Core + Async : methodName + Core;

    public static string CoreNameOf(IMethodSymbol method) => CoreNameOf(method.Name);

    /// <summary>The default operation name: <c>SelectModelAsync</c> is <c>select_model</c>.</summary>
    public static string OperationNameOf(string methodName) =>
        SnakeCase.Of(EndsInAsync(methodName) ? WithoutAsync(methodName) : methodName);

    public static string OperationNameOf(IMethodSymbol method) => OperationNameOf(method.Name);

    /// <summary>The default component name of a type that no attribute names: <c>LlmRouter</c> is <c>llm_router</c>.</summary>
    public static string ComponentNameOf(string typeName) => SnakeCase.Of(typeName);

    public static string ComponentNameOf(INamedTypeSymbol type) => ComponentNameOf(type.Name);

    // A method called just Async keeps its name.
    private static bool EndsInAsync(string name) => name.Length > Async.Length && name.EndsWith(Async, StringComparison.Ordinal);

    private static string WithoutAsync(string name) => name.Substring(0, name.Length - Async.Length);
}
