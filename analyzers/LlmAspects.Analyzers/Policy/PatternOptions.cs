using Microsoft.CodeAnalysis;

namespace LlmAspects.Analyzers.Policy;

/// <summary>The options of the assembly's attribute that hold patterns.</summary>
internal static class PatternOptions
{
    public const string Namespaces = "RequiredNamespaces";
    public const string Methods = "RequiredMethods";

    /// <summary>The patterns of such an option.</summary>
    public static IEnumerable<string> PatternsIn(TypedConstant option) =>
        option is { Kind: TypedConstantKind.Array, IsNull: false } ? option.Values.Select(static value => value.Value as string ?? "") : [];
}
