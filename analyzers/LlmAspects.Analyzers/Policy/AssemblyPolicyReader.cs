using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Analyzers.Policy;

/// <summary>Reads the policy that the attribute of an assembly gives.</summary>
internal static class AssemblyPolicyReader
{
    private const string Namespaces = "RequiredNamespaces";
    private const string Methods = "RequiredMethods";
    private const PolicyScopes AllScopes = PolicyScopes.Components | PolicyScopes.Public | PolicyScopes.ModelCalls;
    private const PolicyAspects AllAspects = PolicyAspects.ErrorContext | PolicyAspects.TracePerformance;

    public static AspectPolicy Read(AspectSymbols symbols)
    {
        var policy = AspectPolicy.Default;
        foreach (var option in AttributeOf(symbols)?.NamedArguments ?? [])
        {
            policy = option.Key switch
            {
                nameof(AspectPolicy.RequiredOn) when FindProblem(option.Key, option.Value) is null => policy with { RequiredOn = (PolicyScopes)option.Value.Value! },
                nameof(AspectPolicy.RequiredAspects) when FindProblem(option.Key, option.Value) is null => policy with { RequiredAspects = (PolicyAspects)option.Value.Value! },
                Namespaces => policy with { Namespaces = NamePatterns.TryRead(PatternsIn(option.Value)) ?? policy.Namespaces },
                Methods => policy with { Methods = NamePatterns.TryRead(PatternsIn(option.Value)) ?? policy.Methods },
                _ => policy,
            };
        }

        return policy;
    }

    /// <summary>Why an option of the attribute says nothing; null when it can be read.</summary>
    public static string? FindProblem(string option, TypedConstant value) => option switch
    {
        nameof(AspectPolicy.RequiredOn) when value.Value is not int scopes || (scopes & ~(int)AllScopes) != 0 => "it holds a value that AspectScopes does not name",
        nameof(AspectPolicy.RequiredAspects) when value.Value is not int aspects || (aspects & ~(int)AllAspects) != 0 => "it holds a value that RequiredAspects does not name",
        Namespaces or Methods when PatternsIn(value).Any(NamePatterns.IsBlank) => "a pattern is empty; write patterns such as Contoso.**, !*Tests",
        _ => null,
    };

    /// <summary>The attribute, if the assembly has one.</summary>
    public static AttributeData? AttributeOf(AspectSymbols symbols) => AspectSymbols.FindAttribute(symbols.Compilation.Assembly, symbols.Policy);

    private static IReadOnlyCollection<string> PatternsIn(TypedConstant option) =>
        option is { Kind: TypedConstantKind.Array, IsNull: false } ? [.. option.Values.Select(static value => value.Value as string ?? "")] : [];
}
