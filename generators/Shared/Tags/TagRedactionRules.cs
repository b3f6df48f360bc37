using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Tells the values that are recorded only through a redactor.</summary>
internal static class TagRedactionRules
{
    /// <summary>The attribute that marks the value, on any part of its path; null when none does.</summary>
    public static INamedTypeSymbol? FindMark(TagValue value, IMethodSymbol method, AspectSymbols symbols) =>
        value.Members.SelectMany(AttributesOf)
            .Concat(value.Root == TagRoot.Result ? method.GetReturnTypeAttributes() : [])
            .Concat(value.Root == TagRoot.Instance ? method.ContainingType.GetAttributes() : [])
            .Concat(value.Root == TagRoot.Result ? TypesIn(TagResultRules.TypeOf(method, symbols)).SelectMany(static type => type.GetAttributes()) : [])
            .Select(static attribute => attribute.AttributeClass)
            .FirstOrDefault(type => IsMark(type, symbols));

    private static bool IsMark(INamedTypeSymbol? type, AspectSymbols symbols)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (AspectSymbols.IsSame(current, symbols.Redact) || AspectSymbols.IsSame(current, symbols.DataClassification))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<AttributeData> AttributesOf(ISymbol member) => member switch
    {
        IPropertySymbol property => WithBases(property).SelectMany(OwnAttributesOf).Concat(TypesIn(property.Type).SelectMany(static type => type.GetAttributes())),
        IFieldSymbol field => field.GetAttributes().Concat(TypesIn(field.Type).SelectMany(static type => type.GetAttributes())),
        IParameterSymbol parameter => parameter.GetAttributes().Concat(TypesIn(parameter.Type).SelectMany(static type => type.GetAttributes())),
        _ => member.GetAttributes(),
    };

    // An attribute on the parameter of a positional record stays on the parameter, yet its author means the property.
    private static IEnumerable<AttributeData> OwnAttributesOf(IPropertySymbol property) =>
        property.GetAttributes().Concat(!property.ContainingType.IsRecord ? [] : property.ContainingType.InstanceConstructors
            .SelectMany(static constructor => constructor.Parameters)
            .Where(parameter => parameter.Name == property.Name)
            .SelectMany(static parameter => parameter.GetAttributes()));

    private static IEnumerable<IPropertySymbol> WithBases(IPropertySymbol property)
    {
        for (IPropertySymbol? current = property; current is not null; current = current.OverriddenProperty)
        {
            yield return current.OriginalDefinition;
            foreach (var contract in ContractsOf(current))
            {
                yield return contract.OriginalDefinition;
            }
        }
    }

    // Who classifies the property of an interface means every implementation of it.
    private static IEnumerable<IPropertySymbol> ContractsOf(IPropertySymbol property) =>
        property.ContainingType.AllInterfaces
            .SelectMany(type => type.GetMembers(property.Name))
            .OfType<IPropertySymbol>()
            .Where(contract => SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(contract), property));

    private static IEnumerable<ITypeSymbol> TypesIn(ITypeSymbol? type)
    {
        var underlying = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        for (; underlying is not null; underlying = underlying.BaseType)
        {
            yield return underlying;
        }
    }
}
