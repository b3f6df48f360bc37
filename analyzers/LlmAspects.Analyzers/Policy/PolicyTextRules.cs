using System.Collections.Immutable;

namespace LlmAspects.Analyzers.Policy;

/// <summary>Reads the values of the policy. What cannot be read says nothing, and <see cref="FindProblems"/> tells why.</summary>
internal static class PolicyTextRules
{
    private static readonly ImmutableDictionary<string, PolicyScopes> Scopes = ImmutableDictionary.CreateRange(StringComparer.OrdinalIgnoreCase,
    [
        new KeyValuePair<string, PolicyScopes>("none", PolicyScopes.None),
        new("components", PolicyScopes.Components),
        new("public", PolicyScopes.Public),
        new("model_calls", PolicyScopes.ModelCalls),
    ]);

    private static readonly ImmutableDictionary<string, PolicyAspects> Aspects = ImmutableDictionary.CreateRange(StringComparer.OrdinalIgnoreCase,
    [
        new KeyValuePair<string, PolicyAspects>("none", PolicyAspects.None),
        new("error_context", PolicyAspects.ErrorContext),
        new("trace_performance", PolicyAspects.TracePerformance),
    ]);

    /// <summary>The policy of a file: what its text says, and the rest from the assembly.</summary>
    public static AspectPolicy Parse(PolicyText text, AspectPolicy ofAssembly) => new(
        Set(text.RequiredOn, Scopes)?.Aggregate(static (all, one) => all | one) ?? ofAssembly.RequiredOn,
        Set(text.RequiredAspects, Aspects)?.Aggregate(static (all, one) => all | one) ?? ofAssembly.RequiredAspects,
        (text.RequiredNamespaces is { } namespaces ? NamePatterns.TryRead(PartsOf(namespaces)) : null) ?? ofAssembly.Namespaces,
        (text.RequiredMethods is { } methods ? NamePatterns.TryRead(PartsOf(methods)) : null) ?? ofAssembly.Methods);

    /// <summary>What is wrong with a text: the key and what to do, in the order of the keys.</summary>
    public static IEnumerable<(string Key, string Advice)> FindProblems(PolicyText text)
    {
        var problems = new (string Key, string? Advice)[]
        {
            (PolicyKeys.RequiredOn, ProblemOf(text.RequiredOn, Scopes, "components, public, model_calls, or none alone")),
            (PolicyKeys.RequiredAspects, ProblemOf(text.RequiredAspects, Aspects, "error_context, trace_performance, or none alone")),
            (PolicyKeys.RequiredNamespaces, ProblemOf(text.RequiredNamespaces)),
            (PolicyKeys.RequiredMethods, ProblemOf(text.RequiredMethods)),
        };
        return problems.Where(static problem => problem.Advice is not null).Select(static problem => (problem.Key, problem.Advice!));
    }

    private static string? ProblemOf<T>(string? text, ImmutableDictionary<string, T> values, string allowed) =>
        text is null || Set(text, values) is not null ? null : $"'{text}' is not a list of {allowed}";

    private static string? ProblemOf(string? text) =>
        text is not null && PartsOf(text).Any(NamePatterns.IsBlank) ? $"'{text}' has an empty pattern; write patterns such as Contoso.**, !*Tests, separated by commas" : null;

    // Null when a value is unknown, or when "none" stands beside others.
    private static T[]? Set<T>(string? text, ImmutableDictionary<string, T> values)
    {
        var parts = PartsOf(text ?? "");
        return text is not null && parts.All(values.ContainsKey) && (parts.Length == 1 || !parts.Contains("none", StringComparer.OrdinalIgnoreCase))
            ? [.. parts.Select(part => values[part])]
            : null;
    }

    private static string[] PartsOf(string text) => [.. text.Split(',').Select(static part => part.Trim())];
}
