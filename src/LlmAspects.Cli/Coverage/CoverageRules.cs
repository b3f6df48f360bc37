using LlmAspects.Analyzers;
using LlmAspects.Analyzers.Missing;
using LlmAspects.Analyzers.Policy;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Cli.Coverage;

/// <summary>What one method must carry, and carries.</summary>
internal static class CoverageRules
{
    /// <summary>The judgement of a method; <see langword="null"/> when it neither must carry aspects nor is traced.</summary>
    public static MethodCoverage? Judge(IMethodSymbol method, AspectSymbols symbols, AspectPolicy policy, CancellationToken cancellationToken)
    {
        if (method.PartialDefinitionPart is not null || method is { MethodKind: not (MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet) })
        {
            return null;
        }

        ISymbol carrier = method.AssociatedSymbol ?? method;
        bool isRequired = IsRequired(method, symbols, policy, cancellationToken), isTraced = AspectSymbols.HasAttribute(carrier, symbols.TracePerformance);
        if (!isRequired && !isTraced)
        {
            return null;
        }

        var (component, operation) = OperationNames.Of(method, symbols);
        return new MethodCoverage(method, component, operation, isRequired, isTraced, isRequired ? MissingOn(carrier, symbols, policy) : []);
    }

    private static bool IsRequired(IMethodSymbol method, AspectSymbols symbols, AspectPolicy policy, CancellationToken cancellationToken) =>
        policy.RequiredAspects != PolicyAspects.None
        && (RequirementRules.FindDemand(method, symbols, policy) is not null
            || (policy.Covers(PolicyScopes.ModelCalls, method)
                && CallsModel(method, symbols, cancellationToken)
                && RequirementRules.FindDemandOfModelCall(method, symbols, policy, cancellationToken) is not null));

    // An annotated method calls the model in its Core.
    private static bool CallsModel(IMethodSymbol method, AspectSymbols symbols, CancellationToken cancellationToken)
    {
        IMethodSymbol body = symbols.HasAspect(method) ? CoreMethodRules.FindCore(method, symbols, cancellationToken) ?? method : method;
        return ModelCallRules.CallModel(
            body.DeclaringSyntaxReferences
                .Select(reference => symbols.Compilation.GetSemanticModel(reference.SyntaxTree).GetOperation(reference.GetSyntax(cancellationToken), cancellationToken))
                .OfType<IOperation>(),
            symbols);
    }

    private static IReadOnlyList<string> MissingOn(ISymbol carrier, AspectSymbols symbols, AspectPolicy policy) =>
    [
        .. new (PolicyAspects Aspect, INamedTypeSymbol Attribute)[] { (PolicyAspects.ErrorContext, symbols.ErrorContext), (PolicyAspects.TracePerformance, symbols.TracePerformance) }
            .Where(aspect => (policy.RequiredAspects & aspect.Aspect) != 0 && !AspectSymbols.HasAttribute(carrier, aspect.Attribute))
            .Select(static aspect => AspectSymbols.ShortNameOf(aspect.Attribute)),
    ];
}
