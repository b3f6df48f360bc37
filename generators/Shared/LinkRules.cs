using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>The one definition of a parameter that gives links: the generator reads exactly these, and the analyzer reports the others.</summary>
internal static class LinkRules
{
    public const string Option = "LinksFrom";

    private static readonly string[] Targets = ["System.Diagnostics.Activity", "System.Diagnostics.ActivityContext", "System.Diagnostics.ActivityLink"];

    /// <summary>The parameter and the type it is read as, or the problem; nothing when the option is not given.</summary>
    public static (IParameterSymbol? Parameter, ITypeSymbol? Type, string? Problem) Resolve(AttributeData attribute, ISymbol member, AspectSymbols symbols)
    {
        if (AspectOptionRules.ValueOf(attribute, Option) is not string name)
        {
            return default;
        }

        var (returnType, parameters) = member is IPropertySymbol property ? (property.Type, property.Parameters) : (((IMethodSymbol)member).ReturnType, ((IMethodSymbol)member).Parameters);
        var parameter = parameters.FirstOrDefault(candidate => candidate.Name == name);
        var types = parameter is null ? [] : ReadingsOf(parameter.Type, symbols).ToArray();
        var problem = AspectReturnRules.IsStream(returnType, symbols) ? "the span of a stream begins with the first pull, long after the call; link in the stream itself"
            : parameter is null ? $"'{name}' is no parameter; name one with nameof"
            : parameter.RefKind == RefKind.Out ? $"'{name}' is an out parameter, which has no value yet"
            : types.Length == 0 ? $"'{name}' is of type '{parameter.Type.ToDisplayString(CoreSignature.Format)}'; take Activity, ActivityContext, ActivityLink or a sequence of one of them"
            : types.Length > 1 ? $"'{name}' is a sequence of more than one kind of link; take IEnumerable<ActivityLink>"
            : null;
        return problem is null ? (parameter, types[0], null) : (null, null, problem);
    }

    private static IEnumerable<ITypeSymbol> ReadingsOf(ITypeSymbol type, AspectSymbols symbols)
    {
        var single = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return IsTarget(single, symbols) ? [type]
            : type.AllInterfaces.Append(type as INamedTypeSymbol)
                .Where(candidate => candidate is { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } && IsTarget(candidate.TypeArguments[0], symbols))!;
    }

    private static bool IsTarget(ITypeSymbol type, AspectSymbols symbols) =>
        Targets.Any(target => AspectSymbols.DerivesFrom(type, symbols.Compilation.GetTypeByMetadataName(target)));
}
