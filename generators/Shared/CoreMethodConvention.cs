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

    /// <summary>Of an accessor, <c>GetModelCore</c> and <c>SetModelCore</c>; an indexer is called by its name in metadata, <c>Item</c>.</summary>
    public static string CoreNameOf(IMethodSymbol method) => CoreNameOf(NameOf(method));

    /// <summary>The default operation name: <c>SelectModelAsync</c> is <c>select_model</c>.</summary>
    public static string OperationNameOf(string methodName) =>
        SnakeCase.Of(SharedNameOf(methodName));

    public static string OperationNameOf(IMethodSymbol method) => OperationNameOf(NameOf(method));

    /// <summary>The operation of a member whose name was given: of an accessor <c>get_</c> or <c>set_</c> and that name.</summary>
    public static string OperationNameOf(IMethodSymbol method, string given) => PrefixOf(method) is { } prefix ? SnakeCase.Of(prefix) + "_" + given : given;

    /// <summary>The method's own name; <c>GetModel</c> and <c>SetModel</c> for the accessors of <c>Model</c>.</summary>
    public static string NameOf(IMethodSymbol method) => PrefixOf(method) is { } prefix ? prefix + method.AssociatedSymbol!.MetadataName : method.Name;

    /// <summary>The default component name of a type that no attribute names: <c>LlmRouter</c> is <c>llm_router</c>.</summary>
    public static string ComponentNameOf(string typeName) => SnakeCase.Of(typeName);

    public static string ComponentNameOf(INamedTypeSymbol type) => ComponentNameOf(type.Name);

    /// <summary>The name that a method and its <c>Async</c> form share.</summary>
    public static string SharedNameOf(IMethodSymbol method) => SharedNameOf(NameOf(method));

    private static string SharedNameOf(string name) => EndsInAsync(name) ? WithoutAsync(name) : name;

    private static string? PrefixOf(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.PropertyGet => "Get",
        MethodKind.PropertySet => "Set",
        _ => null,
    };

    // A method called just Async keeps its name.
    private static bool EndsInAsync(string name) => name.Length > Async.Length && name.EndsWith(Async, StringComparison.Ordinal);

    private static string WithoutAsync(string name) => name.Substring(0, name.Length - Async.Length);
}
