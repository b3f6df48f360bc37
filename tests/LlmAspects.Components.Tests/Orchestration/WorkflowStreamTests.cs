using LlmAspects.Components.Failover;
using LlmAspects.Components.Orchestration;

namespace LlmAspects.Components.Tests.Orchestration;

public class WorkflowStreamTests
{
    [Fact]
    public async Task Events_TellWhatHappensInOrder()
    {
        var bench = new WorkflowBench(call => call.Prompt == "a" && call.Earlier == 0 ? "" : call.Prompt, new OrchestratorOptions { SynthesizeByModel = false });
        var workflow = new Workflow([new WorkflowNode("a", "a"), new WorkflowNode("b", "b") { DependsOn = ["a"] }, new WorkflowNode("c", "c") { DependsOn = ["a"] }]);

        List<WorkflowEvent> events = await ReadAsync(bench, new WorkflowRequest(workflow) { WorkflowId = "w" });

        events.Select(one => (one.Kind, one.NodeId)).ShouldBe(
        [
            (WorkflowEventKind.Started, null), (WorkflowEventKind.NodeStarted, "a"), (WorkflowEventKind.NodeRetried, "a"), (WorkflowEventKind.NodeFinished, "a"),
            (WorkflowEventKind.NodeStarted, "b"), (WorkflowEventKind.NodeFinished, "b"), (WorkflowEventKind.NodeStarted, "c"), (WorkflowEventKind.NodeFinished, "c"),
            (WorkflowEventKind.Synthesized, null), (WorkflowEventKind.Completed, null),
        ]);
        events[^1].Result!.Text.ShouldBe("## b\n\nb\n\n## c\n\nc");
        events[2].Reason.ShouldBe("It is empty.");
        events.ShouldAllBe(one => one.WorkflowId == "w");
    }

    [Fact]
    public async Task Failure_IsToldAndThenThrown()
    {
        var bench = new WorkflowBench(_ => throw new ModelCallException(ErrorCategory.Overload, "busy"));
        var events = new List<WorkflowEvent>();

        await Should.ThrowAsync<WorkflowFailedException>(async () =>
        {
            await foreach (WorkflowEvent one in bench.Orchestrator.StreamAsync(new WorkflowRequest(new WorkflowBuilder().Add("a", "a").Build())))
            {
                events.Add(one);
            }
        });

        events.Select(one => one.Kind).ShouldBe([WorkflowEventKind.Started, WorkflowEventKind.NodeStarted, WorkflowEventKind.NodeFailed, WorkflowEventKind.Failed]);
    }

    [Fact]
    public async Task ReaderThatStops_GivesTheWorkflowUp()
    {
        bool isCancelled = false;
        var bench = new WorkflowBench(async (_, token) =>
        {
            token.Register(() => isCancelled = true);
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return WorkflowBench.Say("never");
        });

        await foreach (WorkflowEvent one in bench.Orchestrator.StreamAsync(new WorkflowRequest(new WorkflowBuilder().Add("a", "a").Build()) { WorkflowId = "w" }))
        {
            if (one.Kind == WorkflowEventKind.NodeStarted)
            {
                break;
            }
        }

        isCancelled.ShouldBeTrue();
        bench.Orchestrator.GetStatus("w")!.State.ShouldBe(WorkflowState.Cancelled);
    }

    [Fact]
    public async Task Status_FollowsTheNodes()
    {
        var gate = new TaskCompletionSource();
        var bench = new WorkflowBench(async (call, _) =>
        {
            await (call.Prompt == "b" ? gate.Task : Task.CompletedTask);
            return WorkflowBench.Say("x");
        });
        Task<WorkflowResult> run = bench.RunAsync(new WorkflowBuilder().Add("a", "a").Add("b", "b", "a").Build(), new LlmChatOptions { Tenant = "t" }, "w");

        WorkflowStatus status = bench.Orchestrator.GetStatus("w", "t")!;
        status.State.ShouldBe(WorkflowState.Running);
        status.Nodes.Select(node => (node.Key, node.Value)).ShouldBe([("a", NodeState.Succeeded), ("b", NodeState.Running)]);
        (status.Progress, status.Deadline - status.StartedAt).ShouldBe((0.5, TimeSpan.FromSeconds(300)));
        bench.Orchestrator.GetStatus("w").ShouldBeNull();
        (await Should.ThrowAsync<LlmOrchestratorException>(() => bench.RunAsync(new WorkflowBuilder().Add("a", "a").Build(), new LlmChatOptions { Tenant = "t" }, "w"))).ErrorCode.ShouldBe("workflow_running");
        gate.SetResult();
        await run;

        bench.Orchestrator.GetStatus("w", "t")!.State.ShouldBe(WorkflowState.Succeeded);
        bench.Orchestrator.GetStatus("w", "t")!.Progress.ShouldBe(1);
    }

    [Fact]
    public async Task StatusOfManyThatHaveEnded_IsForgottenOldestFirst()
    {
        var bench = new WorkflowBench(_ => "x", new OrchestratorOptions { HistorySize = 2 });
        foreach (string id in (string[])["1", "2", "3"])
        {
            await bench.RunAsync(new WorkflowBuilder().Add("a", "a").Build(), id: id);
        }

        (bench.Orchestrator.GetStatus("1"), bench.Orchestrator.GetStatus("2")?.State, bench.Orchestrator.GetStatus("3")?.State).ShouldBe((null, WorkflowState.Succeeded, WorkflowState.Succeeded));
    }

    private static async Task<List<WorkflowEvent>> ReadAsync(WorkflowBench bench, WorkflowRequest request)
    {
        var events = new List<WorkflowEvent>();
        await foreach (WorkflowEvent one in bench.Orchestrator.StreamAsync(request))
        {
            events.Add(one);
        }

        return events;
    }
}
