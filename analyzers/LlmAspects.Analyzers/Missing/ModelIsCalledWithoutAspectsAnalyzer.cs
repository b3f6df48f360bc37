using System.Collections.Immutable;
using LlmAspects.Analyzers.Policy;
using LlmAspects.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAspects.Analyzers.Missing;

/// <summary>LLMA1003: A method that calls a model lacks aspects.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelIsCalledWithoutAspectsAnalyzer : AspectAnalyzer
{
    /// <summary>The id of the rule.</summary>
    public const string Id = "LLMA1003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        title: "A method that calls a model lacks aspects",
        messageFormat: "'{0}' calls a model; with [ErrorContext, TracePerformance] its failures and its time are on record",
        RuleCategories.Missing,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Calls of models are slow, cost money and fail in ways of their own, so a method that makes one is worth an operation.",
        helpLinkUri: RulePages.Root + Id + ".md");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    private protected override void Register(CompilationStartAnalysisContext context, AspectSymbols symbols)
    {
        if (!symbols.Models.IsEmpty)
        {
            var policies = new AspectPolicies(symbols);
            context.RegisterOperationBlockAction(action => Report(action, symbols, policies));
        }
    }

    private static void Report(OperationBlockAnalysisContext context, AspectSymbols symbols, AspectPolicies policies)
    {
        if (context.OwningSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            && !symbols.HasAspect(method)
            && RequirementRules.CanBeAsked(method, symbols)
            && !RequirementRules.BelongsToOperation(method, symbols, context.CancellationToken)
            && !IsDemanded(method, symbols, policies.For(method, context.Options.AnalyzerConfigOptionsProvider))
            && ModelCallRules.CallModel(context.OperationBlocks, symbols))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, method.Locations.FirstOrDefault(), method.Name));
        }
    }

    // What the policy demands, the rules of the missing aspects report.
    private static bool IsDemanded(IMethodSymbol method, AspectSymbols symbols, AspectPolicy policy) =>
        policy.RequiredAspects != PolicyAspects.None
        && (RequirementRules.FindDemand(method, symbols, policy) is not null || policy.Covers(PolicyScopes.ModelCalls, method));
}
