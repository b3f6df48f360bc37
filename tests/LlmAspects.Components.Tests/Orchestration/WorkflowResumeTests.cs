using LlmAspects.Components.Orchestration;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Orchestration;

public sealed class WorkflowResumeTests : IDisposable
{
    private const string Plan = """{"subtasks":[{"id":"a","prompt":"first","depends_on":[]},{"id":"b","prompt":"second","depends_on":[]}]}""";

    private readonly string _directory = Directory.CreateTempSubdirectory("checkpoints").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task ChangedDefinition_IsAnErrorBeforeAnyCall()
    {
        await Bench().RunAsync(new WorkflowBuilder().Add("a", "a").Build(), id: "w");
        WorkflowBench bench = Bench();

        WorkflowCheckpointException error = await Should.ThrowAsync<WorkflowCheckpointException>(() => bench.RunAsync(new WorkflowBuilder().Add("a", "changed").Build(), id: "w"));

        error.ErrorCode.ShouldBe("checkpoint_of_other_definition");
        error.Message.ShouldContain("'a'");
        bench.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task ChangedConversation_IsAnError()
    {
        Workflow workflow = new WorkflowBuilder().Add("a", "a").Build();
        await Bench().RunAsync(workflow, id: "w");

        await Should.ThrowAsync<WorkflowCheckpointException>(() => Bench().Orchestrator.RunAsync(new WorkflowRequest(workflow) { WorkflowId = "w", Conversation = [new(ChatRole.User, "before")] }));
    }

    [Fact]
    public async Task Forgotten_RunsAnew()
    {
        await Bench().RunAsync(new WorkflowBuilder().Add("a", "a").Build(), id: "w");
        WorkflowBench bench = Bench();

        (await bench.Orchestrator.ForgetAsync("w")).ShouldBeTrue();
        await bench.RunAsync(new WorkflowBuilder().Add("a", "changed").Build(), id: "w");

        bench.Calls.Count.ShouldBe(1);
        (await bench.Orchestrator.ForgetAsync("unknown")).ShouldBeFalse();
    }

    [Fact]
    public async Task TextThatWasDivided_KeepsItsPlanItsResultsAndItsAnswer()
    {
        var request = new WorkflowRequest("request") { WorkflowId = "w" };
        WorkflowResult first = await Bench().Orchestrator.RunAsync(request);
        WorkflowBench bench = Bench();

        WorkflowResult second = await bench.Orchestrator.RunAsync(request);

        bench.Calls.ShouldBeEmpty();
        (second.Text, second.Decomposition!.Source, second.Cost.Calls).ShouldBe((first.Text, DecompositionSource.Model, 0));
        second.Nodes.ShouldAllBe(node => node.IsRestored);
        await Should.ThrowAsync<WorkflowCheckpointException>(() => Bench().Orchestrator.RunAsync(new WorkflowRequest("another") { WorkflowId = "w" }));
    }

    [Fact]
    public async Task Restored_IsToldAsSuch()
    {
        Workflow workflow = new WorkflowBuilder().Add("a", "a").Build();
        await Bench().RunAsync(workflow, id: "w");
        var kinds = new List<WorkflowEventKind>();

        await foreach (WorkflowEvent one in Bench().Orchestrator.StreamAsync(new WorkflowRequest(workflow) { WorkflowId = "w" }))
        {
            kinds.Add(one.Kind);
        }

        kinds.ShouldBe([WorkflowEventKind.Started, WorkflowEventKind.NodeRestored, WorkflowEventKind.Completed]);
    }

    private WorkflowBench Bench() => new(
        call => call.Options.ResponseFormat is null ? "did " + call.Prompt : Plan, new OrchestratorOptions { Strategy = OrchestrationStrategy.Parallel }, new FileWorkflowCheckpointStore(_directory));
}
