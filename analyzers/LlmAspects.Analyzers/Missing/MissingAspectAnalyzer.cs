using System.Collections.Immutable;
using LlmAspects.Analyzers.Policy;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Missing;

/// <summary>Reports the methods that must carry one aspect, by the policy, and lack it.</summary>
public abstract class MissingAspectAnalyzer : AspectAnalyzer
{
    private readonly DiagnosticDescriptor _rule;

    private protected MissingAspectAnalyzer(DiagnosticDescriptor rule)
    {
        _rule = rule;
        SupportedDiagnostics = [rule];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected abstract INamedTypeSymbol AspectOf(AspectSymbols symbols);

    private protected abstract bool IsDemandedBy(AspectPolicy policy);

    private protected sealed override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols)
    {
        var policies = new AspectPolicies(symbols);
        context.RegisterSymbolAction(
            action =>
            {
                var (method, policy) = ((IMethodSymbol)action.Symbol, policies.For(action.Symbol, action.Options.AnalyzerConfigOptionsProvider));
                Report(method, symbols, policy, () => RequirementRules.FindDemand(method, symbols, policy), action.ReportDiagnostic);
            },
            SymbolKind.Method);

        if (!symbols.Models.IsEmpty)
        {
            context.RegisterOperationBlockAction(action => ReportModelCall(action, symbols, policies));
        }
    }

    private void ReportModelCall(OperationBlockAnalysisContext context, AspectSymbols symbols, AspectPolicies policies)
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } caller
            || (policies.For(caller, context.Options.AnalyzerConfigOptionsProvider).RequiredOn & PolicyScopes.ModelCalls) == 0)
        {
            return;
        }

        // A Core calls for its declaration, which may carry one aspect and lack the other.
        var method = CoreMethodRules.FindDeclaration(caller, symbols, context.CancellationToken) ?? caller;
        var policy = policies.For(method, context.Options.AnalyzerConfigOptionsProvider);
        if (policy.Covers(PolicyScopes.ModelCalls, method) && RequirementRules.FindDemand(method, symbols, policy) is null && ModelCallRules.CallModel(context.OperationBlocks, symbols))
        {
            Report(method, symbols, policy, () => RequirementRules.FindDemandOfModelCall(method, symbols, policy, context.CancellationToken), context.ReportDiagnostic);
        }
    }

    // The question that costs least comes first.
    private void Report(IMethodSymbol method, AspectSymbols symbols, AspectPolicy policy, Func<string?> findDemand, Action<Diagnostic> report)
    {
        if (IsDemandedBy(policy) && !AspectSymbols.HasAttribute(method, AspectOf(symbols)) && findDemand() is { } demand)
        {
            report(Diagnostic.Create(_rule, method.Locations.FirstOrDefault(), method.Name, demand));
        }
    }
}
