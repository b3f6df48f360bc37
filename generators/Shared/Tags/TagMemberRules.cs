using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAspects.Shared;

/// <summary>Finds the property or field that a step of a path names.</summary>
internal static class TagMemberRules
{
    /// <summary>The member, or the problem in words.</summary>
    public static (ISymbol? Member, string? Problem) Find(ITypeSymbol type, string name, IMethodSymbol method, AspectSymbols symbols)
    {
        string? problem = null;
        foreach (var member in TypesOf(type).SelectMany(candidate => candidate.GetMembers(name)))
        {
            if (FindProblem(member, type, method, symbols) is not { } found)
            {
                return (member, null);
            }

            problem ??= found;
        }

        return (null, problem ?? $"'{type.ToDisplayString(CoreSignature.Format)}' has no property or field '{name}'");
    }

    public static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>Whether using the member is an error that no pragma takes back.</summary>
    public static bool IsObsoleteError(ISymbol member) => member.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name == nameof(ObsoleteAttribute) && attribute.ConstructorArguments.Length > 1 && attribute.ConstructorArguments[1].Value is true);

    private static string? FindProblem(ISymbol member, ITypeSymbol type, IMethodSymbol method, AspectSymbols symbols) => member switch
    {
        IMethodSymbol => $"'{member.Name}' is a method; only properties and fields can be read",
        not (IPropertySymbol or IFieldSymbol) => $"'{member.Name}' is neither a property nor a field",
        IPropertySymbol { IsIndexer: true } => $"'{member.Name}' is an indexer; only properties and fields can be read",
        IPropertySymbol { GetMethod: null } => $"'{member.Name}' cannot be read",
        { IsStatic: true } => $"'{member.Name}' is static; read it through an instance property",
        _ when !IsAccessible(member, type, method, symbols) => $"'{member.Name}' is not accessible from '{method.ContainingType.Name}'",
        _ when IsObsoleteError(member) => $"'{member.Name}' is obsolete as an error",
        _ => null,
    };

    private static bool IsAccessible(ISymbol member, ITypeSymbol type, IMethodSymbol method, AspectSymbols symbols) =>
        symbols.IsAccessible(member, method.ContainingType, type)
        && (member is not IPropertySymbol { GetMethod: { } getter } || symbols.IsAccessible(getter, method.ContainingType, type));

    private static IEnumerable<ITypeSymbol> TypesOf(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.SelectMany(TypesOf);
        }

        var types = new List<ITypeSymbol>();
        for (var current = type; current is not null; current = current.BaseType)
        {
            types.Add(current);
        }

        // The members of a base interface are those of the interface; a class shows its own only.
        return type.TypeKind == TypeKind.Interface ? types.Concat(type.AllInterfaces) : types;
    }
}
