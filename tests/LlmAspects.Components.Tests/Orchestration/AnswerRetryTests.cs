using LlmAspects.Components.Failover;
using LlmAspects.Components.Orchestration;
using LlmAspects.Components.Pricing;
using LlmAspects.Components.Tests.Routing;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Orchestration;

public class AnswerRetryTests
{
    private static readonly PriceTable Prices = PriceTable.Parse("""
        { "version": 1, "currency": "USD", "models": { "m": [ { "from": "2000-01-01", "standard": { "input": 2, "output": 8 } } ] } }
        """);

    [Fact]
    public async Task AnswerThatIsNotJson_IsAskedForAgainWithWhatWasWrong()
    {
        var bench = new WorkflowBench(call => call.Earlier == 0 ? "Here you are: {\"a\": 1}" : "{\"a\": 1}");

        WorkflowResult result = await bench.RunAsync(One(new WorkflowNode("a", "p") { ResponseFormat = ChatResponseFormat.Json }));

        (result.Text, result["a"].Calls).ShouldBe(("{\"a\": 1}", 2));
        bench.Calls[1].Messages.Select(message => message.Role).ShouldBe([ChatRole.User, ChatRole.Assistant, ChatRole.User]);
        bench.Calls[1].Last.ShouldContain("not one JSON value");
        bench.Calls[1].Options.ResponseFormat.ShouldBe(ChatResponseFormat.Json);
        result["a"].Decisions.Single().Choice.ShouldBe("ask again");
    }

    [Fact]
    public async Task AnswerThatStaysBad_FailsAfterTheRetries()
    {
        var bench = new WorkflowBench(_ => " ");

        WorkflowFailedException error = await Should.ThrowAsync<WorkflowFailedException>(() => bench.RunAsync(One(new WorkflowNode("a", "p"))));

        BadAnswerException bad = error.InnerException.ShouldBeOfType<BadAnswerException>();
        (bad.Step, bad.Calls, bad.ErrorCode, bench.Calls.Count).ShouldBe(("a", 4, "bad_answer", 4));
    }

    [Fact]
    public async Task CheckThatRefuses_TellsTheModelButNotTheRecord()
    {
        var bench = new WorkflowBench(call => call.Earlier == 0 ? "secret" : "fine");

        WorkflowResult result = await bench.RunAsync(One(new WorkflowNode("a", "p") { Check = text => text == "secret" ? "Do not say 'secret'." : null }));

        result.Text.ShouldBe("fine");
        bench.Calls[1].Last.ShouldContain("Do not say 'secret'.");
        result["a"].Decisions.ShouldAllBe(decision => !decision.Reason.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CallThatFailed_IsNeverRepeatedHere()
    {
        var bench = new WorkflowBench(_ => throw new HttpRequestException("down"));

        await Should.ThrowAsync<WorkflowFailedException>(() => bench.RunAsync(One(new WorkflowNode("a", "p"))));

        bench.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task QualityBelowTheThreshold_IsAskedForAgain()
    {
        double?[] scores = [0.69, 0.7];
        int next = 0;
        var bench = new WorkflowBench(_ => "text", new OrchestratorOptions { Quality = _ => scores[next++] });

        WorkflowResult result = await bench.RunAsync(One(new WorkflowNode("a", "p")));

        (result["a"].Calls, result["a"].Quality).ShouldBe((2, 0.7));
        bench.Calls[1].Last.ShouldContain("0.69 is below 0.70");
    }

    [Fact]
    public async Task QualityThatCannotBeMeasured_IsNotBad()
    {
        var bench = new WorkflowBench(_ => "text", new OrchestratorOptions { Quality = _ => null });

        WorkflowResult result = await bench.RunAsync(One(new WorkflowNode("a", "p")));

        (result["a"].Calls, result["a"].Quality).ShouldBe((1, null));
    }

    [Fact]
    public async Task ThresholdOfTheNode_CountsBeforeThatOfTheOptions()
    {
        var bench = new WorkflowBench(_ => "text", new OrchestratorOptions { Quality = _ => 0.5, MaxRetries = 0 });

        WorkflowResult result = await bench.RunAsync(One(new WorkflowNode("a", "p") { QualityThreshold = 0.5 }));

        result["a"].Quality.ShouldBe(0.5);
    }

    [Fact]
    public async Task AttemptsOfTheRequest_AreTakenFromOneBudget()
    {
        var bench = new WorkflowBench(_ => "");
        var budget = new AttemptBudget(3);
        var workflow = new Workflow([new WorkflowNode("a", "a") { OnFailure = NodeFailurePolicy.Skip }, new WorkflowNode("b", "b") { OnFailure = NodeFailurePolicy.Skip }]);

        WorkflowFailedException error = await Should.ThrowAsync<WorkflowFailedException>(() => bench.RunAsync(workflow, new LlmChatOptions { AttemptBudget = budget }));

        bench.Calls.Count.ShouldBe(3);
        budget.Remaining.ShouldBe(0);
        error.Result["b"].Error.ShouldBeOfType<LlmOrchestratorException>().ErrorCode.ShouldBe("attempts_exhausted");
    }

    [Fact]
    public async Task FailoverHandlerBelow_TakesTheAttemptsItself()
    {
        using var model = new ScriptedChatClient().ThenAnswer("fine");
        using IChatClient client = new LlmFailoverHandler().AsChatClient((TestModels.Model("m"), model));
        var budget = new AttemptBudget(5);

        await new MultiLlmOrchestrator(client).RunAsync(new WorkflowRequest(One(new WorkflowNode("a", "p"))) { Options = new LlmChatOptions { AttemptBudget = budget } });

        budget.Remaining.ShouldBe(4);
    }

    [Fact]
    public async Task Cost_AddsUpRetriesAndNodesExactly()
    {
        var bench = new WorkflowBench((call, _) => Task.FromResult(WorkflowBench.Say(call.Earlier == 0 && call.Prompt == "a" ? "" : "x", "m", tokens: 1)), new OrchestratorOptions { Prices = Prices });

        WorkflowResult result = await bench.RunAsync(new WorkflowBuilder().Add("a", "a").Add("b", "b", "a").Build());

        result.Cost.ShouldBe(new WorkflowCost(0.00003m, 0, 0, 3, 0));
        (result.Cost.Total, result["a"].Cost, result["b"].Cost).ShouldBe((0.00003m, 0.00002m, 0.00001m));
        (result["a"].Usage!.InputTokenCount, result.ModelsUsed.Single()).ShouldBe((2, "m"));
    }

    [Fact]
    public async Task CallWithoutUsage_LeavesTheTotalOpen()
    {
        var bench = new WorkflowBench((call, _) => Task.FromResult(WorkflowBench.Say("x", "m", tokens: call.Prompt == "a" ? 1 : 0)), new OrchestratorOptions { Prices = Prices });

        WorkflowResult result = await bench.RunAsync(new WorkflowBuilder().Add("a", "a").Add("b", "b", "a").Build());

        (result.Cost.Total, result.Cost.Known, result.Cost.UnpricedCalls).ShouldBe((null, 0.00001m, 1));
        result["b"].Cost.ShouldBeNull();
    }

    [Fact]
    public async Task CostLimit_IsSharedAndEndsRetries()
    {
        var bench = new WorkflowBench((_, _) => Task.FromResult(WorkflowBench.Say("", "m", tokens: 1)), new OrchestratorOptions { Prices = Prices });

        WorkflowFailedException error = await Should.ThrowAsync<WorkflowFailedException>(() => bench.RunAsync(One(new WorkflowNode("a", "a")), new LlmChatOptions { CostLimit = 0.00004m }));

        // Half of the limit is left for joining the results.
        bench.Calls.Select(call => call.Options.CostLimit).ShouldBe([0.00002m, 0.00001m]);
        error.InnerException.ShouldBeOfType<BadAnswerException>();
        error.Result.Cost.Total.ShouldBe(0.00002m);
    }

    private static Workflow One(WorkflowNode node) => new([node]);
}
