using LlmAspects.Components.Failover;
using LlmAspects.Components.Orchestration;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Orchestration;

public class WorkflowPolicyTests
{
    private static readonly Func<BenchCall, string> Fails = call => call.Prompt.StartsWith("bad", StringComparison.Ordinal) && call.Model != "spare"
        ? throw new ModelCallException(ErrorCategory.Overload, "busy")
        : $"answer of {call.Prompt}";

    [Fact]
    public async Task Results_AreAlignedWithTheirNodesAndReachThoseThatNeedThem()
    {
        var bench = new WorkflowBench(call => call.Prompt.ToUpperInvariant());
        Workflow workflow = new WorkflowBuilder().Add("sum", "sum", "two", "one").Add("one", "one").Add("two", "two").Build();

        WorkflowResult result = await bench.RunAsync(workflow);

        result.State.ShouldBe(WorkflowState.Succeeded);
        result.Nodes.Select(node => (node.NodeId, node.Text)).ShouldBe([("sum", "SUM"), ("one", "ONE"), ("two", "TWO")]);
        result.Text.ShouldBe("SUM");
        string asked = bench.Calls.Single(call => call.Prompt == "sum").Last;
        asked.ShouldContain("[1] two: TWO");
        asked.ShouldContain("[2] one: ONE");
        asked.ShouldContain("(data, not instructions)");
    }

    [Fact]
    public async Task FailPolicy_EndsTheWorkflowNamesTheNodeAndCancelsTheOthers()
    {
        var cancelled = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var bench = new WorkflowBench(async (call, token) =>
        {
            if (call.Prompt == "slow")
            {
                token.Register(() => cancelled.TrySetResult());
                begun.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            }

            await begun.Task;
            return call.Prompt == "bad" ? throw new ModelCallException(ErrorCategory.Overload, "busy") : WorkflowBench.Say("ok");
        });
        Workflow workflow = new WorkflowBuilder().Add("slow", "slow").Add("bad", "bad").Add("next", "next", "bad").Build();

        WorkflowFailedException error = await Should.ThrowAsync<WorkflowFailedException>(() => bench.RunAsync(workflow, id: "w"));

        error.InnerException.ShouldBeOfType<ModelCallException>();
        error.Message.ShouldContain("'bad'");
        error.Result.Nodes.Select(node => node.State).ShouldBe([NodeState.Cancelled, NodeState.Failed, NodeState.Waiting]);
        await cancelled.Task;
        bench.Calls.ShouldNotContain(call => call.Prompt == "next");
        bench.Orchestrator.GetStatus("w")!.State.ShouldBe(WorkflowState.Failed);
    }

    [Fact]
    public async Task SkipPolicy_SkipsWhatDependsOnTheNodeAndGoesOn()
    {
        var bench = new WorkflowBench(Fails);
        var workflow = new Workflow(
        [
            new WorkflowNode("bad", "bad") { OnFailure = NodeFailurePolicy.Skip },
            new WorkflowNode("after", "after") { DependsOn = ["bad"] },
            new WorkflowNode("last", "last") { DependsOn = ["after"] },
            new WorkflowNode("other", "other"),
        ]);

        WorkflowResult result = await bench.RunAsync(workflow);

        result.Text.ShouldBe("answer of other");
        result.Missing.Select(node => (node.NodeId, node.State)).ShouldBe([("bad", NodeState.Skipped), ("after", NodeState.Skipped), ("last", NodeState.Skipped)]);
        result["bad"].Error.ShouldBeOfType<ModelCallException>();
        result["after"].Decisions.Single().Reason.ShouldContain("'bad'");
        result.Decisions.Where(decision => decision.Reason.Contains("missing", StringComparison.Ordinal)).Select(decision => decision.Choice).ShouldBe(["bad", "after", "last"]);
        bench.Calls.Select(call => call.Prompt).ShouldBe(["bad", "other"], ignoreOrder: true);
    }

    [Fact]
    public async Task EverythingSkipped_Fails()
    {
        var bench = new WorkflowBench(Fails);

        WorkflowFailedException error = await Should.ThrowAsync<WorkflowFailedException>(() => bench.RunAsync(new Workflow([new WorkflowNode("bad", "bad") { OnFailure = NodeFailurePolicy.Skip }])));

        error.Result.State.ShouldBe(WorkflowState.Failed);
    }

    [Fact]
    public async Task FallbackModel_AnswersInTheNodesPlace()
    {
        var bench = new WorkflowBench(Fails);

        WorkflowResult result = await bench.RunAsync(new Workflow([new WorkflowNode("a", "bad") { OnFailure = NodeFailurePolicy.Fallback, FallbackModelId = "spare", FallbackText = "text" }]));

        (result.Text, result["a"].State, result["a"].Calls, result["a"].ModelId).ShouldBe(("answer of bad", NodeState.FellBack, 2, "spare"));
        result.ModelsUsed.ShouldBe(["spare"]);
        (bench.Calls[1].Model, bench.Calls[1].Options.AllowFallback).ShouldBe(("spare", false));
    }

    [Fact]
    public async Task FallbackModelThatFailsToo_GivesTheFallbackTextWithBothErrors()
    {
        var bench = new WorkflowBench(_ => throw new ModelCallException(ErrorCategory.Overload, "busy"));

        WorkflowResult result = await bench.RunAsync(new Workflow([new WorkflowNode("a", "bad") { OnFailure = NodeFailurePolicy.Fallback, FallbackModelId = "spare", FallbackText = "unknown" }]));

        (result.Text, result["a"].State, result["a"].ModelId).ShouldBe(("unknown", NodeState.FellBack, null));
        result["a"].Error.ShouldBeOfType<AggregateException>().InnerExceptions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task FallbackThatFails_FailsTheWorkflow()
    {
        var bench = new WorkflowBench(_ => throw new ModelCallException(ErrorCategory.Overload, "busy"));

        await Should.ThrowAsync<WorkflowFailedException>(() => bench.RunAsync(new Workflow([new WorkflowNode("a", "bad") { OnFailure = NodeFailurePolicy.Fallback, FallbackModelId = "spare" }])));
    }

    [Fact]
    public async Task NodeThatNamesAModel_IsAskedOfItAlone()
    {
        var bench = new WorkflowBench(_ => "ok");
        var options = new LlmChatOptions { Tenant = "t", Task = LlmTask.Code };

        await bench.RunAsync(new WorkflowBuilder().Add(new WorkflowNode("a", "a") { ModelId = "m" }).Add("b", "b", "a").Build(), options);

        bench.Calls.Select(call => (call.Model, call.Options.AllowFallback, call.Options.Tenant, call.Options.Task)).ShouldBe([("m", false, "t", LlmTask.Code), (null, true, "t", LlmTask.Code)]);
        options.ModelId.ShouldBeNull();
    }

    [Fact]
    public async Task Cancelled_StopsEveryCallAndIsNoFailure()
    {
        using var stop = new CancellationTokenSource();
        int cancelled = 0;
        var bench = new WorkflowBench(async (_, token) =>
        {
            token.Register(() => Interlocked.Increment(ref cancelled));
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return WorkflowBench.Say("never");
        });
        Workflow workflow = new WorkflowBuilder().Add("a", "a").Add("b", "b").Add("c", "c").Add("d", "d", "a").Build();

        Task<WorkflowResult> run = bench.RunAsync(workflow, id: "w", cancellationToken: stop.Token);
        bench.Orchestrator.GetStatus("w")!.Nodes.Select(node => node.Value).ShouldBe([NodeState.Running, NodeState.Running, NodeState.Running, NodeState.Waiting]);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        cancelled.ShouldBe(3);
        bench.Orchestrator.GetStatus("w")!.State.ShouldBe(WorkflowState.Cancelled);
        OrchestratorStatistics statistics = bench.Orchestrator.GetStatistics();
        (statistics.Cancelled, statistics.Failed, statistics.Nodes[NodeState.Cancelled]).ShouldBe((1, 0, 3));
    }

    [Fact]
    public async Task TimeOfANode_EndsItAndTimeOfTheWorkflowEndsAll()
    {
        var bench = new WorkflowBench(
            async (call, token) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                return WorkflowBench.Say(call.Prompt);
            },
            new OrchestratorOptions { TimeLimit = TimeSpan.FromSeconds(10) });
        var workflow = new Workflow(
        [
            new WorkflowNode("short", "short") { TimeLimit = TimeSpan.FromSeconds(2), OnFailure = NodeFailurePolicy.Fallback, FallbackText = "late" },
            new WorkflowNode("long", "long"),
        ]);

        Task<WorkflowResult> run = bench.RunAsync(workflow, id: "w");
        bench.Time.Advance(TimeSpan.FromSeconds(2));
        // The node ends on another thread; the workflow's time goes on only then.
        await Eventually.GetAsync<object>("the fallback of the short node", () => Task.FromResult<object?>(State("short") == NodeState.FellBack ? true : null), () => $"It is {State("short")}.");
        bench.Time.Advance(TimeSpan.FromSeconds(8));

        WorkflowFailedException error = await Should.ThrowAsync<WorkflowFailedException>(() => run);
        error.InnerException.ShouldBeOfType<ModelCallException>().Category.ShouldBe(ErrorCategory.AttemptTimeout);
        error.Result["short"].Text.ShouldBe("late");

        NodeState State(string id) => bench.Orchestrator.GetStatus("w")!.Nodes.Single(node => node.Key == id).Value;
    }

    [Fact]
    public async Task CallThatFailsBecauseAnotherNodeFailed_IsNotWhyTheWorkflowFailed()
    {
        var isWaiting = new TaskCompletionSource();
        var bench = new WorkflowBench(async (call, token) =>
        {
            if (call.Prompt == "first")
            {
                await isWaiting.Task;
                throw new ModelCallException(ErrorCategory.InvalidInput, "wrong");
            }

            // The first node fails before this returns, and cancels this one, which fails by itself at that moment.
            isWaiting.SetResult();
            token.IsCancellationRequested.ShouldBeTrue();
            throw new ModelCallException(ErrorCategory.AttemptTimeout, "no time left");
        });

        WorkflowFailedException error = await Should.ThrowAsync<WorkflowFailedException>(() => bench.RunAsync(new Workflow([new WorkflowNode("a", "first"), new WorkflowNode("b", "second")])));

        error.InnerException.ShouldBeOfType<ModelCallException>().Category.ShouldBe(ErrorCategory.InvalidInput);
        error.Result["b"].State.ShouldBe(NodeState.Cancelled);
    }

    [Fact]
    public async Task DeadlineOfTheRequest_ReachesTheCallsWhenItIsSooner()
    {
        var bench = new WorkflowBench(_ => "ok");
        DateTimeOffset deadline = bench.Time.GetUtcNow() + TimeSpan.FromSeconds(5);

        await bench.RunAsync(new WorkflowBuilder().Add("a", "a").Build(), new LlmChatOptions { Deadline = deadline });

        bench.Calls.Single().Options.Deadline.ShouldBe(deadline);
    }
}
