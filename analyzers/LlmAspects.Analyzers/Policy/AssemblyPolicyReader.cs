using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Analyzers.Policy;

/// <summary>Reads the policy that the attribute of an assembly gives.</summary>
internal static class AssemblyPolicyReader
{
    public static AspectPolicy Read(AspectSymbols symbols)
    {
        var policy = AspectPolicy.Default;
        foreach (var option in AttributeOf(symbols)?.NamedArguments ?? [])
        {
            policy = option.Key switch
            {
                nameof(AspectPolicy.RequiredOn) when option.Value.Value is int scopes => policy with { RequiredOn = (PolicyScopes)scopes },
                nameof(AspectPolicy.RequiredAspects) when option.Value.Value is int aspects => policy with { RequiredAspects = (PolicyAspects)aspects },
                PatternOptions.Namespaces => policy with { Namespaces = NamePatterns.Of(PatternOptions.PatternsIn(option.Value)) },
                PatternOptions.Methods => policy with { Methods = NamePatterns.Of(PatternOptions.PatternsIn(option.Value)) },
                _ => policy,
            };
        }

        return policy;
    }

    /// <summary>The attribute, if the assembly has one.</summary>
    public static AttributeData? AttributeOf(AspectSymbols symbols) =>
        symbols.Compilation.Assembly.GetAttributes().FirstOrDefault(data => AspectSymbols.IsSame(data.AttributeClass, symbols.Policy));
}
