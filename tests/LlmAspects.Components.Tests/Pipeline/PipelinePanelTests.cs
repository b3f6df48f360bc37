using System.Net;
using LlmAspects.Components.Caching;
using LlmAspects.Components.Ensembling;
using LlmAspects.Components.Orchestration;
using LlmAspects.Components.Pipeline;
using LlmAspects.Components.Tokens;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Pipeline;

/// <summary>A panel in the place of router and failover.</summary>
public sealed class PipelinePanelTests : IDisposable
{
    private static readonly EnsembleMember[] Members = [new("one", 0.4), new("two", 0.35), new("three", 0.25)];
    private static readonly LlmChatOptions Numbers = new() { AnswerKind = AnswerKind.Number };

    private readonly Dictionary<string, ScriptedChatClient> _clients = Members.ToDictionary(member => member.ModelId, _ => new ScriptedChatClient());

    public void Dispose()
    {
        foreach (ScriptedChatClient client in _clients.Values)
        {
            client.Dispose();
        }
    }

    [Fact]
    public async Task Panel_AnswersWithContributionsCostAndConfidence()
    {
        Answer("408", "408", "407");
        using LlmPipeline pipeline = Build();

        ChatResponse response = await pipeline.GetResponseAsync("How much is 17 * 24?");

        response.Text.ShouldBe("408");
        response.Usage!.InputTokenCount.ShouldBe(300);
        LlmResponseDetails details = response.GetDetails();
        details.Cost.ShouldBe(0.36m);
        details.Route.ShouldBeNull();
        EnsembleResult ensemble = details.Ensemble.ShouldNotBeNull();
        ensemble.Contributions.Select(one => (one.ModelId, one.Response!.Text, one.Cost)).ShouldBe([("one", "408", 0.12m), ("two", "408", 0.12m), ("three", "407", 0.12m)]);
        ensemble.Confidence.ShouldBeInRange(0.5, 1);
        details.Decisions.ShouldContain(decision => decision.Component == "multi_model_ensembler");
    }

    [Fact]
    public async Task Members_GetThePreparedMessagesAndTheirOwnModel()
    {
        Answer("408", "408", "408");
        using LlmPipeline pipeline = Build();

        await pipeline.GetResponseAsync("How much is 17 * 24?");

        foreach ((string id, ScriptedChatClient client) in _clients)
        {
            ScriptedCall call = client.Calls.ShouldHaveSingleItem();
            call.Options!.ModelId.ShouldBe(id);
            call.Messages.Select(message => message.Role).ShouldBe([ChatRole.System, ChatRole.User]);
            call.Messages[^1].Text.ShouldStartWith("How much is 17 * 24?");
        }
    }

    [Fact]
    public async Task AnswerOfThePanel_IsStoredApartFromThatOfOneModel()
    {
        Answer("408", "408", "408");
        using LlmPipeline pipeline = Build();
        await pipeline.GetResponseAsync("How much is 17 * 24?");
        ChatResponse again = await pipeline.GetResponseAsync("How much is 17 * 24?");
        (again.GetDetails().CacheOutcome, again.GetDetails().Cost, again.GetDetails().Ensemble).ShouldBe((CacheOutcome.Hit, 0m, null));

        _clients["one"].ThenAnswer("of one model");
        ChatResponse alone = await pipeline.GetResponseAsync("How much is 17 * 24?", new LlmChatOptions { UseEnsemble = false });

        (alone.Text, alone.GetDetails().Route!.Value.Model.Id).ShouldBe(("of one model", "one"));
    }

    [Fact]
    public async Task MemberThatAnsweredBefore_IsNotAskedAgain()
    {
        Answer("408", "408", "408");
        using LlmPipeline pipeline = Build(panel: new EnsembleOptions { StopEarly = false });
        await pipeline.GetResponseAsync("How much is 17 * 24?");

        // The panel's own answer is passed over, the members' are there.
        ChatResponse again = await pipeline.GetResponseAsync("How much is 17 * 24?", new LlmChatOptions { AnswerKind = AnswerKind.Number });

        (again.Text, again.GetDetails().FromCache, again.GetDetails().Cost).ShouldBe(("408", false, 0m));
        _clients.Values.ShouldAllBe(client => client.Calls.Count == 1);
    }

    [Fact]
    public async Task PartialPanel_AnswersAndIsNotStored()
    {
        Answer("408", "408", null);
        _clients["three"].Always(ScriptStep.Throw(new HttpRequestException("down", null, HttpStatusCode.ServiceUnavailable)));
        using LlmPipeline pipeline = Build();

        ChatResponse response = await pipeline.GetResponseAsync("How much is 17 * 24?");

        response.Text.ShouldBe("408");
        response.GetDetails().Ensemble!.Contributions[2].State.ShouldBe(MemberState.Failed);
        (await pipeline.GetResponseAsync("How much is 17 * 24?")).GetDetails().FromCache.ShouldBeFalse();
    }

    [Fact]
    public async Task PinnedModelAndTools_GoToOneModel()
    {
        _clients["two"].ThenAnswer("alone");
        using LlmPipeline pipeline = Build();
        (await pipeline.GetResponseAsync("Why?", new ChatOptions { ModelId = "two" })).GetDetails().Ensemble.ShouldBeNull();
        await Should.ThrowAsync<Components.Routing.NoCapableModelException>(pipeline.GetResponseAsync("Why?", new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1, "one")] }));
        _clients["one"].Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stream_IsOnePieceWithTheSameDetails()
    {
        Answer("408", "408", "407");
        using LlmPipeline pipeline = Build();

        ChatResponse response = await pipeline.GetStreamingResponseAsync("How much is 17 * 24?").ToChatResponseAsync();

        response.Text.ShouldBe("408");
        response.GetDetails().Ensemble!.Contributions.Length.ShouldBe(3);
        response.GetDetails().Cost.ShouldBe(0.36m);
        (await pipeline.GetResponseAsync("How much is 17 * 24?")).GetDetails().FromCache.ShouldBeTrue();
    }

    [Fact]
    public async Task UsageOfMembers_IsBookedOnce()
    {
        Answer("408", "408", "408");
        var ledger = new InMemoryBudgetLedger(new BudgetOptions { TokensPerDay = 100_000 });
        using LlmPipeline pipeline = Build(ledger);

        await pipeline.GetResponseAsync("How much is 17 * 24?");

        BudgetStatus status = ledger.GetStatus("");
        (status.Used, status.Reserved).ShouldBe((330, 0));
        pipeline.GetService<TokenCounter>()!.GetTotals("one").Calls.ShouldBe(1);
    }

    [Fact]
    public async Task PanelThatDoesNotFitTheBudget_AsksNobody()
    {
        Answer("408", "408", "408");
        var ledger = new InMemoryBudgetLedger(new BudgetOptions { TokensPerDay = 2_500 });
        using LlmPipeline pipeline = Build(ledger);

        await Should.ThrowAsync<BudgetExceededException>(pipeline.GetResponseAsync("How much is 17 * 24?"));

        _clients.Values.ShouldAllBe(client => client.Calls.Count == 0);
        ledger.GetStatus("").Reserved.ShouldBe(0);
    }

    [Fact]
    public async Task StoredAnswersOfMembers_ReserveAndUseNothing()
    {
        Answer("408", "408", "408");
        var ledger = new InMemoryBudgetLedger(new BudgetOptions { TokensPerDay = 100_000 });
        using LlmPipeline pipeline = Build(ledger);
        await pipeline.GetResponseAsync("How much is 17 * 24?");

        await pipeline.GetResponseAsync("How much is 17 * 24?", Numbers);

        (ledger.GetStatus("").Used, ledger.GetStatus("").Reserved).ShouldBe((330, 0));
    }

    [Fact]
    public async Task AttemptAfterAFailedOne_ReservesItself()
    {
        Answer("408", "408", null);
        _clients["three"].ThenThrow(new HttpRequestException("busy", null, HttpStatusCode.ServiceUnavailable)).Then(ScriptStep.Say("408"), ScriptStep.Report(100, 10), ScriptStep.Finish());
        var ledger = new InMemoryBudgetLedger(new BudgetOptions { TokensPerDay = 100_000 });
        using LlmPipeline pipeline = Build(ledger, new EnsembleOptions { StopEarly = false });

        ChatResponse response = await pipeline.GetResponseAsync("How much is 17 * 24?");

        response.GetDetails().Ensemble!.Contributions.ShouldAllBe(one => one.State == MemberState.Answered);
        (ledger.GetStatus("").Used, ledger.GetStatus("").Reserved).ShouldBe((330, 0));
    }

    [Fact]
    public async Task StoredAnswerOfAPanelThatWasNotSure_StillGivesWayToTheBestMember()
    {
        Answer("407", "408", "408");
        using LlmPipeline pipeline = Build(panel: new EnsembleOptions { StopEarly = false });

        (NodeResult first, NodeResult second) = await AskTwiceAsync(pipeline, confidence: 1);

        (first.Text, first.ModelId).ShouldBe(("407", "one"));
        (second.Text, second.ModelId, second.Confidence, second.Cost).ShouldBe(("407", "one", first.Confidence, 0m));
        second.Decisions.ShouldBe(first.Decisions);
        _clients.Values.ShouldAllBe(client => client.Calls.Count == 1);
    }

    [Fact]
    public async Task StoredAnswerOfAPanelThatWasSure_IsTakenAsItIs()
    {
        Answer("408", "408", "408");
        using LlmPipeline pipeline = Build(panel: new EnsembleOptions { StopEarly = false });

        (_, NodeResult stored) = await AskTwiceAsync(pipeline, confidence: 0.5);

        (stored.Text, stored.Cost, stored.Decisions[0].Choice).ShouldBe(("408", 0m, "panel"));
        stored.Confidence!.Value.ShouldBeGreaterThan(0.5);
        _clients.Values.ShouldAllBe(client => client.Calls.Count == 1);
    }

    [Fact]
    public void MemberThatIsNoModel_IsNamed() =>
        Should.Throw<ArgumentException>(() => PipelineSamples.Builder().AddModel(PipelineSamples.Model("one"), _clients["one"]).UseEnsemble(Members).Build())
            .Message.ShouldContain("'two'");

    [Fact]
    public void Ensembler_IsAService()
    {
        using LlmPipeline pipeline = Build();
        pipeline.GetService<MultiModelEnsembler>()!.Members.ShouldBe(Members);
    }

    private static async Task<(NodeResult First, NodeResult Second)> AskTwiceAsync(LlmPipeline pipeline, double confidence)
    {
        var orchestrator = new MultiLlmOrchestrator(pipeline, new OrchestratorOptions { Strategy = OrchestrationStrategy.Ensemble, EnsembleConfidence = confidence });
        var request = new WorkflowRequest(new WorkflowBuilder().Add("a", "How much is 17 * 24?").Build());
        return ((await orchestrator.RunAsync(request))["a"], (await orchestrator.RunAsync(request))["a"]);
    }

    private LlmPipeline Build(IBudgetLedger? ledger = null, EnsembleOptions? panel = null)
    {
        LlmPipelineBuilder builder = PipelineSamples.Builder().UseEnsemble(Members, panel);
        foreach ((string id, ScriptedChatClient client) in _clients)
        {
            builder.AddModel(PipelineSamples.Model(id), client);
        }

        return ledger is null ? builder.Build() : builder.UseBudget(ledger).Build();
    }

    private void Answer(params string?[] answers)
    {
        foreach ((EnsembleMember member, string? answer) in Members.Zip(answers))
        {
            if (answer is not null)
            {
                _clients[member.ModelId].Then(ScriptStep.Say(answer), ScriptStep.Report(100, 10), ScriptStep.Finish());
            }
        }
    }
}
