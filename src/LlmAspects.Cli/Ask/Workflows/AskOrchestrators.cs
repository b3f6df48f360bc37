using LlmAspects.Cli.Models;
using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Orchestration;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.AI;

namespace LlmAspects.Cli.Ask.Workflows;

/// <summary>Makes the orchestrator of a question.</summary>
internal static class AskOrchestrators
{
    /// <summary>Makes it.</summary>
    /// <param name="plan">Models and strategy.</param>
    /// <param name="client">A pipeline, or what stands before it.</param>
    /// <param name="timeProvider">The clock.</param>
    public static MultiLlmOrchestrator Create(AskPlan plan, IChatClient client, TimeProvider timeProvider)
    {
        string? coordinator = plan.Models.FirstOrDefault(model => model.Provider != ModelProvider.Local)?.Id;
        var options = new OrchestratorOptions
        {
            Strategy = StrategyOf(plan.Strategy),
            CoordinatorModelId = coordinator,
            // The embedded models neither divide nor write.
            DecomposeByModel = coordinator is not null,
            SynthesizeByModel = coordinator is not null,
            // Quality is measured and shown; like the answer of a single model, no part is thrown away for it.
            QualityThreshold = 0,
        };
        return new MultiLlmOrchestrator(client, options, PanelOf(plan, client, timeProvider), timeProvider: timeProvider);
    }

    private static MultiModelEnsembler? PanelOf(AskPlan plan, IChatClient client, TimeProvider timeProvider) => plan.Members.Count == 0
        ? null
        : new MultiModelEnsembler(plan.Members, client, plan.Panel with { Quality = MeasuredBefore }, counter: client.GetService<TokenCounter>(), timeProvider: timeProvider);

    // Each member's call passes the pipeline, which retrieves for it and measures its answer.
    private static double? MeasuredBefore(EnsembleCandidate candidate) =>
        candidate.Response.TryGetDetails(out LlmResponseDetails? details) ? details.Quality?.Groundedness.Value : null;

    private static OrchestrationStrategy StrategyOf(AskStrategy strategy) => strategy switch
    {
        AskStrategy.Sequential => OrchestrationStrategy.Sequential,
        AskStrategy.Parallel => OrchestrationStrategy.Parallel,
        AskStrategy.Hierarchical => OrchestrationStrategy.Hierarchical,
        AskStrategy.Pipeline => OrchestrationStrategy.Pipeline,
        AskStrategy.Adaptive => OrchestrationStrategy.Adaptive,
        _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "It is no strategy of a workflow."),
    };
}
