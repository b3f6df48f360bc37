using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Generators.Extraction;

/// <summary>Finds the attributes by which stack traces leave the wrapper out and debuggers step through it.</summary>
internal static class WrapperAttributesExtractor
{
    private const string Namespace = "global::System.Diagnostics.";

    private static readonly EquatableArray<string> Both = new([Namespace + "StackTraceHidden", Namespace + "DebuggerStepThrough"]);

    /// <summary>Those of what the user has no part of: a type, a layer, a lambda or a local function of the wrapper. None of them inherits the attributes of the wrapper.</summary>
    public static EquatableArray<string> ExtractForOwnCode(AspectSymbols symbols) => symbols.ShowsWrappers ? EquatableArray<string>.Empty : Both;

    public static EquatableArray<string> Extract(IMethodSymbol method, AspectSymbols symbols)
    {
        if (symbols.ShowsWrappers)
        {
            return EquatableArray<string>.Empty;
        }

        // The attributes of both parts merge, and these may stand only once (CS0579).
        var hasHidden = AspectSymbols.HasAttribute(method, symbols.StackTraceHidden);
        var hasStepThrough = AspectSymbols.HasAttribute(method, symbols.DebuggerStepThrough);
        return (hasHidden, hasStepThrough) switch
        {
            (false, false) => Both,
            (true, true) => EquatableArray<string>.Empty,
            _ => new([Both[hasHidden ? 1 : 0]]),
        };
    }
}
