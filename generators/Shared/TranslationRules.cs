using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>The one definition of a type that <c>TranslateTo</c> can name.</summary>
internal static class TranslationRules
{
    /// <summary>The type that <c>TranslateTo</c> of <c>[ErrorContext]</c> names; null without one, and for one in error.</summary>
    public static ITypeSymbol? TypeOf(AttributeData attribute)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "TranslateTo", Value: { Kind: TypedConstantKind.Type, Value: ITypeSymbol type and not IErrorTypeSymbol } })
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>Why errors cannot be thrown as this type, and what to do; null when they can.</summary>
    public static string? FindProblem(ITypeSymbol type, Compilation compilation) =>
        AspectOptionRules.FindExpectedProblem(type, compilation) is { } problem ? problem
        : type.IsAbstract ? "it is abstract; name a type that can be created"
        : AspectSymbols.IsSame(type, compilation.GetTypeByMetadataName("System.Exception")) ? "every exception is one already, so nothing would change; name a type of your own"
        : FindConstructor((INamedTypeSymbol)type, compilation) is not { } constructor ? "it has no constructor (string, Exception) that generated code can call; add one that is internal or public"
        : HasRequiredMembers(type) && !HasAttribute(constructor, "SetsRequiredMembersAttribute") ? "it has required members, which generated code cannot know; mark the constructor (string, Exception) with [SetsRequiredMembers]"
        : null;

    private static IMethodSymbol? FindConstructor(INamedTypeSymbol type, Compilation compilation) =>
        type.InstanceConstructors.FirstOrDefault(constructor =>
            constructor.Parameters.Length == 2
            && constructor.Parameters.All(static parameter => parameter.RefKind == RefKind.None)
            && constructor.Parameters[0].Type.SpecialType == SpecialType.System_String
            && AspectSymbols.IsSame(constructor.Parameters[1].Type, compilation.GetTypeByMetadataName("System.Exception"))
            && compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly)
            && !TagMemberRules.IsObsoleteError(constructor));

    private static bool HasRequiredMembers(ITypeSymbol type)
    {
        for (ITypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAttribute(ISymbol symbol, string name) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == name);
}
