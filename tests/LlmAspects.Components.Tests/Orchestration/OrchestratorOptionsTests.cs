using LlmAspects.Components.Orchestration;

namespace LlmAspects.Components.Tests.Orchestration;

public class OrchestratorOptionsTests
{
    [Fact]
    public void Defaults_AreAsDocumented() => new OrchestratorOptions().ShouldBe(new OrchestratorOptions
    {
        Strategy = OrchestrationStrategy.Adaptive,
        TimeLimit = TimeSpan.FromSeconds(300),
        NodeTimeLimit = null,
        MaxParallel = 5,
        MaxRetries = 3,
        QualityThreshold = 0.7,
        Quality = null,
        ComplexityThreshold = 0.7,
        Complexity = ComplexityModel.Prior,
        EnsembleConfidence = 0.7,
        CoordinatorModelId = null,
        DecomposeByModel = true,
        SynthesizeByModel = true,
        MaxParts = 20,
        MaxDepth = 1,
        Prices = null,
        HistorySize = 100,
    });

    [Fact]
    public void OptionOutOfRange_Throws()
    {
        OrchestratorOptions[] wrong =
        [
            new() { Strategy = (OrchestrationStrategy)9 }, new() { TimeLimit = TimeSpan.Zero }, new() { NodeTimeLimit = TimeSpan.Zero }, new() { MaxParallel = 0 }, new() { MaxRetries = -1 },
            new() { QualityThreshold = double.NaN }, new() { ComplexityThreshold = 1.1 }, new() { EnsembleConfidence = -0.1 }, new() { MaxParts = 1 }, new() { MaxDepth = -1 }, new() { HistorySize = 0 },
        ];
        foreach (OrchestratorOptions options in wrong)
        {
            Should.Throw<ArgumentOutOfRangeException>(() => new WorkflowBench(_ => "", options));
        }
    }

    [Fact]
    public async Task Configure_CountsForWorkflowsThatBeginLater()
    {
        var bench = new WorkflowBench(_ => "");

        bench.Orchestrator.Configure(options => options with { MaxRetries = 0 }).MaxRetries.ShouldBe(0);
        await Should.ThrowAsync<WorkflowFailedException>(() => bench.RunAsync(new WorkflowBuilder().Add("a", "a").Build()));

        bench.Calls.Count.ShouldBe(1);
        Should.Throw<ArgumentOutOfRangeException>(() => bench.Orchestrator.Configure(options => options with { MaxParallel = 0 }));
        bench.Orchestrator.Options.ShouldBe(new OrchestratorOptions { MaxRetries = 0 });
    }
}
