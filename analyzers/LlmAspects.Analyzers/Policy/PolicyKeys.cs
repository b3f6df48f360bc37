using System.Collections.Immutable;

namespace LlmAspects.Analyzers.Policy;

/// <summary>The keys of the policy in an <c>.editorconfig</c>, which hands them over in small letters.</summary>
internal static class PolicyKeys
{
    public const string Prefix = "llmaspects.";
    public const string RequiredOn = Prefix + "required_on";
    public const string RequiredAspects = Prefix + "required_aspects";
    public const string RequiredNamespaces = Prefix + "required_namespaces";
    public const string RequiredMethods = Prefix + "required_methods";

    public static ImmutableArray<string> All { get; } = [RequiredAspects, RequiredMethods, RequiredNamespaces, RequiredOn];
}
