using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>The one definition of a valid target: the generator emits if and only if there is no problem, else the analyzer reports it.</summary>
internal static class AspectTargetRules
{
    /// <summary>What keeps a method with an aspect from being expanded, or null.</summary>
    /// <param name="definition">The annotated method; of a partial method either part.</param>
    /// <param name="symbols">The known types of the compilation.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static AspectTargetProblem? FindProblem(IMethodSymbol definition, AspectSymbols symbols, CancellationToken cancellationToken)
    {
        definition = definition.PartialDefinitionPart ?? definition;
        return FindImpossibility(definition, symbols)
            ?? FindRetryProblem(definition, symbols)
            ?? FindUserAspectProblem(definition, symbols, cancellationToken)
            ?? FindPartialProblem(definition, definition.IsPartialDefinition, definition.PartialImplementationPart, cancellationToken)
            ?? FindCoreProblem(definition, symbols, cancellationToken);
    }

    /// <summary>What keeps a property or an indexer with an aspect from being expanded, or null.</summary>
    /// <param name="definition">The annotated property; of a partial one either part.</param>
    /// <param name="symbols">The known types of the compilation.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static AspectTargetProblem? FindProblem(IPropertySymbol definition, AspectSymbols symbols, CancellationToken cancellationToken)
    {
        definition = definition.PartialDefinitionPart ?? definition;
        return FindImpossibility(definition, symbols)
            ?? FindPartialProblem(definition, definition.IsPartialDefinition, definition.PartialImplementationPart, cancellationToken)
            ?? AccessorsOf(definition).Select(accessor => FindCoreProblem(accessor, symbols, cancellationToken)).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>The accessors of a property, in the order in which they are generated.</summary>
    public static IEnumerable<IMethodSymbol> AccessorsOf(IPropertySymbol property) =>
        new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>();

    /// <summary>What keeps a method from ever being expanded, annotated or not, however its type and its Core are written; or null.</summary>
    public static AspectTargetProblem? FindImpossibility(IMethodSymbol method, AspectSymbols symbols)
    {
        if (AspectMemberRules.FindExclusion(method) is { } exclusion)
        {
            return Problem(AspectTargetProblemKind.MemberIsUnsupported, method, exclusion);
        }

        if (FindOtherGenerator(method, symbols) is { } attribute)
        {
            var detail = $"the generator behind [{AspectSymbols.ShortNameOf(attribute)}] writes its body; call it from an annotated method";
            return Problem(AspectTargetProblemKind.HasAnotherImplementation, method, detail);
        }

        return AspectReturnRules.FindExclusion(method, symbols) is { } advice
            ? Problem(AspectTargetProblemKind.ReturnTypeIsUnsupported, method, advice)
            : null;
    }

    private static AspectTargetProblem? FindRetryProblem(IMethodSymbol definition, AspectSymbols symbols) =>
        RetryRules.FindExclusion(definition, symbols) is { } reason ? Problem(AspectTargetProblemKind.RetryIsImpossible, definition, reason) : null;

    private static AspectTargetProblem? FindUserAspectProblem(IMethodSymbol definition, AspectSymbols symbols, CancellationToken cancellationToken) =>
        UserAspectRules.FindProblem(definition, symbols, cancellationToken) is { } problem ? Problem(problem.Kind, definition, problem.Detail) : null;

    private static AspectTargetProblem? FindImpossibility(IPropertySymbol property, AspectSymbols symbols)
    {
        if (AspectMemberRules.FindExclusion(property) is { } exclusion)
        {
            return Problem(AspectTargetProblemKind.MemberIsUnsupported, property, exclusion);
        }

        return property.GetMethod is { } getter && AspectReturnRules.FindExclusion(getter, symbols) is { } advice
            ? Problem(AspectTargetProblemKind.ReturnTypeIsUnsupported, property, advice)
            : null;
    }

    private static AspectTargetProblem? FindPartialProblem(ISymbol definition, bool isPartial, ISymbol? implementation, CancellationToken cancellationToken)
    {
        if (PartialRules.IsForeign(implementation) || PartialRules.IsImplementedInPlace(definition, cancellationToken))
        {
            var detail = $"its body is written by hand; move the body to '{CoreNamesOf(definition)}' and keep only the declaration that ends in a semicolon";
            return Problem(AspectTargetProblemKind.HasAnotherImplementation, definition, detail);
        }

        if (!isPartial)
        {
            return Problem(AspectTargetProblemKind.MethodIsNotPartial, definition, "");
        }

        return PartialRules.FindTypeThatIsNotPartial(definition, cancellationToken) is { } type
            ? Problem(AspectTargetProblemKind.ContainingTypeIsNotPartial, definition, type.Name)
            : null;
    }

    private static AspectTargetProblem? FindCoreProblem(IMethodSymbol definition, AspectSymbols symbols, CancellationToken cancellationToken)
    {
        var candidates = CoreCandidates.Of(definition, symbols, cancellationToken);
        return candidates.HasMatch ? null
            : candidates.Nearest is { } nearest
                ? Problem(AspectTargetProblemKind.CoreSignatureDiffers, definition, CoreSignatureRules.FindDifference(definition, nearest, symbols, cancellationToken)!)
            : Problem(AspectTargetProblemKind.CoreIsMissing, definition, CoreSignature.TextFor(definition, cancellationToken));
    }

    private static INamedTypeSymbol? FindOtherGenerator(IMethodSymbol method, AspectSymbols symbols) =>
        method.GetAttributes()
            .Select(attribute => attribute.AttributeClass)
            .Where(type => !symbols.IsAspect(type))
            .FirstOrDefault(type => symbols.AttributesOfOtherGenerators.Any(known => AspectSymbols.IsSame(type, known)));

    private static AspectTargetProblem Problem(AspectTargetProblemKind kind, ISymbol member, string detail) =>
        new(kind, NameOf(member), CoreNamesOf(member), detail);

    // Of a property both, as they read between the quotation marks of a message.
    private static string CoreNamesOf(ISymbol member) => member switch
    {
        IMethodSymbol method => CoreMethodConvention.CoreNameOf(method),
        IPropertySymbol property => string.Join("' and '", AccessorsOf(property).Select(CoreMethodConvention.CoreNameOf)),
        _ => member.Name,
    };

    private static string NameOf(ISymbol member) => member switch
    {
        IMethodSymbol { AssociatedSymbol: { } associated } => associated.Name,
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => "lambda",
        _ => member.Name,
    };
}
