using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Analyzers;

/// <summary>Tells whose Core a method is.</summary>
internal static class CoreMethodRules
{
    /// <summary>The annotated method, or accessor of an annotated property, whose wrapper calls a method; null when there is none.</summary>
    public static IMethodSymbol? FindDeclaration(IMethodSymbol core, AspectSymbols symbols, CancellationToken cancellationToken)
    {
        core = core.OriginalDefinition;
        return core is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private, ContainingType: { } type }
            ? symbols.AnnotatedMembersOf(type).SelectMany(MethodsOf).FirstOrDefault(method => IsCoreOf(method, core, symbols, cancellationToken))
            : null;
    }

    /// <summary>The Core that the wrapper of a method calls; null when there is none.</summary>
    public static IMethodSymbol? FindCore(IMethodSymbol declaration, AspectSymbols symbols, CancellationToken cancellationToken) =>
        declaration.ContainingType.GetMembers(CoreMethodConvention.CoreNameOf(declaration)).OfType<IMethodSymbol>()
            .FirstOrDefault(core => IsCoreOf(declaration, core, symbols, cancellationToken));

    private static bool IsCoreOf(IMethodSymbol declaration, IMethodSymbol core, AspectSymbols symbols, CancellationToken cancellationToken) =>
        CoreMethodConvention.CoreNameOf(declaration) == core.Name && CoreSignatureRules.AreSame(declaration, core, symbols, cancellationToken);

    // Of a partial member the declaration speaks for both parts.
    private static IEnumerable<IMethodSymbol> MethodsOf(ISymbol member) => member switch
    {
        IMethodSymbol method => [method.PartialDefinitionPart ?? method],
        IPropertySymbol property => AspectTargetRules.AccessorsOf(property.PartialDefinitionPart ?? property),
        _ => [],
    };
}
