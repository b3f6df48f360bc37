using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>One <c>[Aspect&lt;TStruct&gt;]</c> as it is written. Holds symbols: it lives in a transform or an analyzer only.</summary>
internal sealed class UserAspect(AttributeData attribute)
{
    public AttributeData Attribute => attribute;

    /// <summary>The struct that holds the hooks.</summary>
    public ITypeSymbol Type => attribute.AttributeClass!.TypeArguments[0];

    private int Order => AspectOptionRules.ValueOf(attribute, "Order") as int? ?? 0;

    /// <summary>Those of a method, outermost first: by order, then as they are written.</summary>
    public static IReadOnlyList<UserAspect> Of(IMethodSymbol method, AspectSymbols symbols)
    {
        List<UserAspect>? aspects = null;
        foreach (var attribute in method.GetAttributes())
        {
            if (symbols.IsUserAspect(attribute.AttributeClass))
            {
                (aspects ??= []).Add(new UserAspect(attribute));
            }
        }

        return aspects is null ? [] : [.. aspects.OrderBy(static aspect => aspect.Order)];
    }
}
