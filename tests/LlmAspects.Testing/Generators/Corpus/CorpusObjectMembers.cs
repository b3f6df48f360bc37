using Microsoft.CodeAnalysis;

namespace LlmAspects.Testing.Generators.Corpus;

/// <summary>Finds the member of <see cref="object"/> that a method would hide.</summary>
internal static class CorpusObjectMembers
{
    public static IMethodSymbol? FindHidden(IMethodSymbol method)
        => method.IsGenericMethod ? null : ObjectOf(method.ContainingType).GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(member => HaveSameParameters(method, member));

    public static bool OverridesHashCode(INamedTypeSymbol type)
        => type.GetMembers(nameof(GetHashCode)).OfType<IMethodSymbol>().Any(static method => method.IsOverride && method.Parameters.IsEmpty);

    private static INamedTypeSymbol ObjectOf(INamedTypeSymbol type)
    {
        var last = type;
        for (; last.BaseType is not null; last = last.BaseType)
        {
        }

        // Interfaces have no base, but become classes.
        return last.SpecialType == SpecialType.System_Object ? last : last.ContainingAssembly.GetTypeByMetadataName("System.Object") ?? Referenced(last);
    }

    private static INamedTypeSymbol Referenced(INamedTypeSymbol type)
        => type.ContainingModule.ReferencedAssemblySymbols.Select(static assembly => assembly.GetTypeByMetadataName("System.Object")).First(static found => found is not null)!;

    private static bool HaveSameParameters(IMethodSymbol left, IMethodSymbol right)
        => left.Parameters.Length == right.Parameters.Length
            && left.Parameters.All(static parameter => parameter.RefKind == RefKind.None && parameter.Type.SpecialType == SpecialType.System_Object);
}
