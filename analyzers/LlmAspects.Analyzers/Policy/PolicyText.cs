using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Policy;

/// <summary>What an <c>.editorconfig</c> says of the policy for a file; null where it says nothing.</summary>
internal readonly record struct PolicyText(string? RequiredOn, string? RequiredAspects, string? RequiredNamespaces, string? RequiredMethods)
{
    public static PolicyText Of(AnalyzerConfigOptions options) => new(
        Read(options, PolicyKeys.RequiredOn),
        Read(options, PolicyKeys.RequiredAspects),
        Read(options, PolicyKeys.RequiredNamespaces),
        Read(options, PolicyKeys.RequiredMethods));

    private static string? Read(AnalyzerConfigOptions options, string key) => options.TryGetValue(key, out var value) ? value : null;
}
