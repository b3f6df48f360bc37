using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Orchestration;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Orchestration;

public class StrategyTests
{
    private static readonly EnsembleMember[] Members = [new("small"), new("large", 4), new("other")];
    private static readonly string Hard = string.Join('\n', Enumerable.Range(1, 9).Select(part => $"{part}. Solve x^2 + {part}n = {part + 1}k for x and compare it with n - k < 7."));

    [Theory]
    [InlineData(OrchestrationStrategy.Sequential, 1)]
    [InlineData(OrchestrationStrategy.Pipeline, 1)]
    [InlineData(OrchestrationStrategy.Parallel, 3)]
    [InlineData(OrchestrationStrategy.Hierarchical, 3)]
    [InlineData(OrchestrationStrategy.Adaptive, 3)]
    public async Task Strategy_SaysHowManyRunAtATime(OrchestrationStrategy strategy, int most)
    {
        int running = 0;
        int seen = 0;
        var clock = new LlmAspects.Testing.VirtualClock();
        var bench = new WorkflowBench(
            async (call, token) =>
            {
                seen = Math.Max(seen, ++running);
                await clock.WorkAsync(TimeSpan.FromSeconds(1), token);
                running--;
                return WorkflowBench.Say(call.Prompt);
            },
            new OrchestratorOptions { MaxParallel = 3, SynthesizeByModel = false },
            time: clock.Time);

        WorkflowResult result = await clock.RunAsync(() => bench.RunAsync(Independent(6), strategy: strategy));

        seen.ShouldBe(most);
        result.Duration.ShouldBe(TimeSpan.FromSeconds(6.0 / most));
        result.Strategy.ShouldBe(strategy);
    }

    [Fact]
    public async Task Pipeline_HandsEachResultToTheNextNodeAndAnswersWithTheLast()
    {
        var bench = new WorkflowBench(call => call.Prompt + "!");

        WorkflowResult result = await bench.RunAsync(Independent(3), strategy: OrchestrationStrategy.Pipeline);

        result.Text.ShouldBe("n2!");
        bench.Calls[1].Last.ShouldContain("n0: n0!");
        bench.Calls[2].Last.ShouldContain("n1: n1!");
        bench.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Ensemble_AsksThePanelEveryNodeThatNamesNoModel()
    {
        var bench = new WorkflowBench(_ => "42", members: Members);

        WorkflowResult result = await bench.RunAsync(new WorkflowBuilder().Add(new WorkflowNode("a", "a") { ModelId = "fixed" }).Add("b", "b", "a").Build(), strategy: OrchestrationStrategy.Ensemble);

        bench.Calls.Select(call => call.Model).ShouldBe(["fixed", "small", "large", "other"]);
        (result["a"].Confidence, result["b"].Confidence > 0.7).ShouldBe((null, true));
        bench.Orchestrator.GetStatistics().PanelNodes.ShouldBe(1);
        bench.Orchestrator.GetStatistics().Panel!.Answers.ShouldBe(1);
    }

    [Fact]
    public async Task PanelOfTheClient_IsTakenWhereNoneIsGiven()
    {
        var bench = new WorkflowBench(_ => "42", members: Members);
        var orchestrator = new MultiLlmOrchestrator(new ClientWithPanel(bench, bench.Ensembler!), new OrchestratorOptions { Strategy = OrchestrationStrategy.Ensemble });

        await orchestrator.RunAsync(new WorkflowRequest(Independent(1)));

        // The client asks its panel itself, behind its own cache.
        bench.Calls.Single().Options.UseEnsemble.ShouldBe(true);
    }

    [Fact]
    public async Task Adaptive_AsksThePanelOnlyWhatIsComplex()
    {
        var bench = new WorkflowBench(_ => "42", members: Members);

        WorkflowResult result = await bench.RunAsync(new WorkflowBuilder().Add("easy", "What is 6 * 7?").Add("hard", Hard, "easy").Build());

        bench.Calls.Select(call => call.Model).ShouldBe([null, "small", "large", "other"]);
        result["easy"].Complexity!.Probability.ShouldBeLessThan(0.7);
        result["hard"].Complexity!.Probability.ShouldBeGreaterThan(0.7);
        result["hard"].Decisions[0].Choice.ShouldBe("panel");
    }

    [Theory]
    [InlineData(14, 0.7, "one model")]
    [InlineData(15, 0.7, "panel")]
    [InlineData(14, 0.69, "panel")]
    public async Task CalibratedComplexity_GoesToThePanelOnlyAboveTheThreshold(int failures, double threshold, string choice)
    {
        var bench = new WorkflowBench(_ => "42", new OrchestratorOptions { Complexity = Calibrated(failures), ComplexityThreshold = threshold }, members: Members);

        WorkflowResult result = await bench.RunAsync(Independent(1));

        (result["n0"].Complexity!.Probability, result["n0"].Complexity!.IsCalibrated, result["n0"].Decisions[0].Choice).ShouldBe((failures / 20.0, true, choice));
        bench.Calls.Select(call => call.Model).ShouldBe(choice == "panel" ? ["small", "large", "other"] : [null]);
    }

    [Fact]
    public async Task OutcomesOfTheCheapModel_MoveRequestsToThePanel()
    {
        const string Question = "Is 7 prime?";
        var bench = new WorkflowBench(_ => "42", members: Members);
        NodeResult before = (await bench.RunAsync(new WorkflowBuilder().Add("n0", Question).Build()))["n0"];
        ComplexityOutcome[] outcomes = [.. Enumerable.Range(0, 50).Select(_ => new ComplexityOutcome(before.Complexity!.Features, CheapModelFailed: true))];
        bench.Orchestrator.Configure(options => options with { Complexity = options.Complexity.Fit(outcomes) });

        NodeResult after = (await bench.RunAsync(new WorkflowBuilder().Add("n0", Question).Build()))["n0"];

        (before.Decisions[0].Choice, after.Decisions[0].Choice).ShouldBe(("one model", "panel"));
        after.Complexity!.IsCalibrated.ShouldBeTrue();
    }

    // Two outvote the best member, but not by so much that the panel is sure.
    [Theory]
    [InlineData("1", "2", "not sure enough")]
    [InlineData("2", "2", "is sure enough")]
    public async Task ComplexRequest_GetsTheBestMemberWhenThePanelIsNotSure(string others, string text, string reason)
    {
        var bench = new WorkflowBench(
            call => call.Model == "large" ? "2" : others, new OrchestratorOptions { Complexity = Calibrated(failures: 18) }, members: [new("small"), new("large", 1.9), new("other")]);

        WorkflowResult result = await bench.RunAsync(Independent(1));

        result.Text.ShouldBe(text);
        result["n0"].Decisions.Select(decision => decision.Choice).First().ShouldBe("panel");
        result["n0"].Decisions[^1].Reason.ShouldContain(reason);
        (result["n0"].Confidence < 0.7).ShouldBe(others == "1");
        bench.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task PanelThatIsNotSureEnough_LeavesItToItsBestMember()
    {
        var bench = new WorkflowBench(call => call.Model switch { "small" => "1", "large" => "2", _ => "1" }, new OrchestratorOptions { EnsembleConfidence = 1 }, members: Members);

        WorkflowResult result = await bench.RunAsync(Independent(1), strategy: OrchestrationStrategy.Ensemble);

        (result.Text, result["n0"].ModelId).ShouldBe(("2", "large"));
        result["n0"].Decisions.Single().Reason.ShouldContain("not sure enough");
        result["n0"].Confidence!.Value.ShouldBeLessThan(1);
    }

    [Fact]
    public async Task BestMemberThatFailed_LeavesItToTheNextBest()
    {
        var bench = new WorkflowBench(
            call => call.Model == "large" ? throw new ModelCallException(ErrorCategory.Overload, "busy") : call.Model!,
            new OrchestratorOptions { EnsembleConfidence = 1 },
            members: [new("small"), new("large", 4), new("other", 2)]);

        WorkflowResult result = await bench.RunAsync(Independent(1), strategy: OrchestrationStrategy.Ensemble);

        result.Text.ShouldBe("other");
    }

    [Fact]
    public async Task PanelThatIsSureEnough_Answers()
    {
        var bench = new WorkflowBench(_ => "7", new OrchestratorOptions { EnsembleConfidence = 0 }, members: Members);

        (await bench.RunAsync(Independent(1), strategy: OrchestrationStrategy.Ensemble))["n0"].Decisions.Single().Reason.ShouldContain("sure enough");
    }

    [Fact]
    public async Task SeveralResults_AreJoinedByAModelThatGetsThemAsData()
    {
        var bench = new WorkflowBench(call => call.Messages[0].Role == ChatRole.System ? "joined" : "R" + call.Prompt, new OrchestratorOptions { CoordinatorModelId = "chief" });

        WorkflowResult result = await bench.RunAsync(Independent(2));

        result.Text.ShouldBe("joined");
        bench.Calls[^1].Model.ShouldBe("chief");
        bench.Calls[^1].Last.ShouldContain("n0: Rn0");
        bench.Calls[^1].Last.ShouldContain("n1: Rn1");
        result.ModelsUsed.ShouldContain("chief");
    }

    [Fact]
    public async Task SynthesisThatFails_PutsTheResultsOneAfterTheOtherAndSaysSo()
    {
        var bench = new WorkflowBench(call => call.Messages[0].Role == ChatRole.System ? throw new HttpRequestException("down") : call.Prompt);

        WorkflowResult result = await bench.RunAsync(Independent(2));

        result.Text.ShouldBe("## n0\n\nn0\n\n## n1\n\nn1");
        result.Decisions[^1].Reason.ShouldContain(nameof(HttpRequestException));
    }

    private static ComplexityModel Calibrated(int failures) => ComplexityModel.Prior.Calibrate(
        [.. Enumerable.Range(0, 20).Select(outcome => new ComplexityOutcome(ComplexityModel.Prior.Estimate("n0").Features, outcome < failures))]);

    private static Workflow Independent(int count) => new(Enumerable.Range(0, count).Select(node => new WorkflowNode($"n{node}", $"n{node}")));

    private sealed class ClientWithPanel(IChatClient inner, MultiModelEnsembler panel) : DelegatingChatClient(inner)
    {
        public override object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(MultiModelEnsembler) ? panel : base.GetService(serviceType, serviceKey);
    }
}
