using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

internal static class AspectTargetRules
{
    public static AspectTargetProblem? FindProblem(IMethodSymbol definition, AspectSymbols symbols, CancellationToken cancellationToken)
    {
        _ = symbols;
        cancellationToken.ThrowIfCancellationRequested();
        var isTarget = definition is { MethodKind: MethodKind.Ordinary, IsPartialDefinition: true }
            && definition.ContainingType.GetMembers(CoreMethodConvention.CoreNameOf(definition.Name)).Length > 0;
        return isTarget ? null : new AspectTargetProblem();
    }
}
