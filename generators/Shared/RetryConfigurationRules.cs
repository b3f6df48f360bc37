using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Which arguments of <c>[RetryWithBackoff]</c> the runtime takes; the limits are those of its options.</summary>
internal static class RetryConfigurationRules
{
    private const int DefaultMaxAttempts = 3;
    private const double DefaultFactor = 2;
    private const int DefaultBaseDelay = 200;
    private const int DefaultMaximumDelay = 30_000;
    private const int MillisecondsOfADay = 86_400_000;

    /// <summary>What is wrong with the arguments and what to write instead; null when nothing is.</summary>
    public static string? FindProblem(AttributeData attribute, IMethodSymbol method, AspectSymbols symbols)
    {
        var baseDelay = BaseDelayOf(attribute);
        var maximumDelay = MaximumDelayOf(attribute);
        return ArgumentOf(attribute, "MaxAttempts") is int and (< 2 or > 100) ? "MaxAttempts counts the first attempt and must be from 2 to 100"
            : ArgumentOf(attribute, "Factor") is double factor && !(factor >= 1 && factor <= 100) ? "Factor must be from 1 to 100"
            : baseDelay is < 0 or > MillisecondsOfADay ? "BaseDelayMilliseconds must be from 0 to 86400000"
            : maximumDelay < baseDelay || maximumDelay > MillisecondsOfADay ? "MaximumDelayMilliseconds must be from BaseDelayMilliseconds to 86400000"
            : FindHandleProblem(attribute, symbols) ?? FindClockProblem(attribute, method, symbols);
    }

    /// <summary>How long the delays of one call take together at most, in milliseconds; of valid arguments.</summary>
    public static double LongestWaitOf(AttributeData attribute)
    {
        var attempts = ArgumentOf(attribute, "MaxAttempts") is int given ? given : DefaultMaxAttempts;
        var factor = ArgumentOf(attribute, "Factor") is double growth ? growth : DefaultFactor;
        double first = BaseDelayOf(attribute), last = MaximumDelayOf(attribute);
        return Enumerable.Range(0, Math.Max(0, attempts - 1)).Sum(retry => Math.Min(first * Math.Pow(factor, retry), last));
    }

    /// <summary>The member that <c>TimeProvider</c> names, seen from the type of the method; null when it names none.</summary>
    public static ISymbol? ClockOf(AttributeData attribute, IMethodSymbol method) =>
        ArgumentOf(attribute, "TimeProvider") is string name ? FindMember(method.ContainingType, name) : null;

    public static object? ArgumentOf(AttributeData attribute, string name) => Find(attribute, name) is { Kind: TypedConstantKind.Primitive } constant ? constant.Value : null;

    /// <summary>The types of <c>Handle</c>; empty without it.</summary>
    public static IEnumerable<ITypeSymbol?> HandledBy(AttributeData attribute) =>
        Find(attribute, "Handle") is { Kind: TypedConstantKind.Array, IsNull: false } handle ? handle.Values.Select(static value => value.Value as ITypeSymbol) : [];

    private static int BaseDelayOf(AttributeData attribute) => ArgumentOf(attribute, "BaseDelayMilliseconds") is int given ? given : DefaultBaseDelay;

    private static int MaximumDelayOf(AttributeData attribute) => ArgumentOf(attribute, "MaximumDelayMilliseconds") is int given ? given : DefaultMaximumDelay;

    private static string? FindHandleProblem(AttributeData attribute, AspectSymbols symbols)
    {
        foreach (var type in HandledBy(attribute))
        {
            if (type is not INamedTypeSymbol named || !AspectSymbols.DerivesFrom(named.OriginalDefinition, symbols.Exception))
            {
                return $"Handle names '{type?.Name ?? "null"}', which is not an exception; name types that derive from System.Exception";
            }

            if (named.IsUnboundGenericType || !IsVisible(named))
            {
                return $"Handle names '{named.Name}', which generated code cannot name; make it internal and not generic";
            }
        }

        return null;
    }

    private static string? FindClockProblem(AttributeData attribute, IMethodSymbol method, AspectSymbols symbols)
    {
        if (ArgumentOf(attribute, "TimeProvider") is not string name)
        {
            return null;
        }

        return ClockOf(attribute, method) is not { } member ? $"TimeProvider names '{name}', which is no readable field or property of the type; name one that holds a System.TimeProvider"
            : !AspectSymbols.DerivesFrom(TypeOf(member), symbols.TimeProvider) ? $"TimeProvider names '{name}', which is not a System.TimeProvider; declare it as one"
            : method.IsStatic && !member.IsStatic ? $"TimeProvider names '{name}', which a static method cannot reach; make it static"
            : null;
    }

    private static ISymbol? FindMember(INamedTypeSymbol declaring, string name)
    {
        for (var type = declaring; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(name))
            {
                if (IsReadable(member) && (member.DeclaredAccessibility != Accessibility.Private || SymbolEqualityComparer.Default.Equals(type, declaring)))
                {
                    return member;
                }
            }
        }

        return null;
    }

    private static bool IsReadable(ISymbol member) => member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol { GetMethod: not null, IsIndexer: false };

    private static ITypeSymbol? TypeOf(ISymbol member) => member is IFieldSymbol field ? field.Type : (member as IPropertySymbol)?.Type;

    // The options stand beside the type, not in it.
    private static bool IsVisible(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal || current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }

    private static TypedConstant? Find(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
