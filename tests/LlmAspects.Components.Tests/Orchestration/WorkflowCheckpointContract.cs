using LlmAspects.Components.Orchestration;

namespace LlmAspects.Components.Tests.Orchestration;

/// <summary>What every store of checkpoints does, wherever it keeps them.</summary>
public abstract class WorkflowCheckpointContract
{
    private static readonly NodeCheckpoint Full = new("node", "hash", "text \"with\"\nlines, \u20AC and \U0001F600") { FellBack = true, ModelId = "m", Quality = 0.75, Confidence = 0.5, Cost = 0.000_000_1m };

    [CheckpointFact]
    public async Task StepThatIsKept_IsReadAsItWas()
    {
        IWorkflowCheckpointStore store = Store();
        var key = new WorkflowCheckpointKey("tenant", Guid.NewGuid().ToString());
        NodeCheckpoint bare = new("other", "hash", "");

        await store.SaveAsync(key, Full);
        await store.SaveAsync(key, bare);

        (await store.LoadAsync(key)).OrderBy(node => node.Step).ShouldBe([Full, bare]);
    }

    [CheckpointFact]
    public async Task StepThatIsKeptTwice_StaysAsItWas()
    {
        IWorkflowCheckpointStore store = Store();
        var key = new WorkflowCheckpointKey("", Guid.NewGuid().ToString());

        await store.SaveAsync(key, Full);
        await store.SaveAsync(key, Full with { Text = "second" });

        (await store.LoadAsync(key)).Single().ShouldBe(Full);
    }

    [CheckpointFact]
    public async Task ManyWriters_KeepOneRecordAStep()
    {
        IWorkflowCheckpointStore store = Store();
        var key = new WorkflowCheckpointKey("", Guid.NewGuid().ToString());

        await Task.WhenAll(Enumerable.Range(0, 40).Select(writer => Task.Run(async () => await store.SaveAsync(key, new NodeCheckpoint($"n{writer % 10}", "hash", $"{writer}")))));

        (await store.LoadAsync(key)).Select(node => node.Step).Order().ShouldBe(Enumerable.Range(0, 10).Select(node => $"n{node}"));
    }

    [CheckpointFact]
    public async Task Workflows_AreApartByTenantAndId()
    {
        IWorkflowCheckpointStore store = Store();
        string id = Guid.NewGuid().ToString();
        WorkflowCheckpointKey[] keys = [new("", id), new("a", id), new("", "a" + id), new("a:", id), new("a", ":" + id), new("A", id), new("../a", id), new("", "")];
        foreach ((int index, WorkflowCheckpointKey key) in keys.Index())
        {
            await store.RemoveAsync(key);
            await store.SaveAsync(key, Full with { Text = $"{index}" });
        }

        foreach ((int index, WorkflowCheckpointKey key) in keys.Index())
        {
            (await store.LoadAsync(key)).Single().Text.ShouldBe($"{index}");
        }
    }

    [CheckpointFact]
    public async Task WorkflowThatIsForgotten_IsGone()
    {
        IWorkflowCheckpointStore store = Store();
        var key = new WorkflowCheckpointKey("", Guid.NewGuid().ToString());
        await store.SaveAsync(key, Full);

        (await store.RemoveAsync(key)).ShouldBeTrue();

        (await store.LoadAsync(key)).ShouldBeEmpty();
        (await store.RemoveAsync(key)).ShouldBeFalse();
    }

    [CheckpointFact]
    public async Task Resumed_RunsNoNodeAgainThatHadEnded()
    {
        IWorkflowCheckpointStore store = Store();
        string id = Guid.NewGuid().ToString();
        Workflow workflow = new WorkflowBuilder().Add("a", "a").Add("b", "b", "a").Add("c", "c", "b").Build();
        var first = new WorkflowBench(call => call.Prompt == "c" ? throw new HttpRequestException("down") : "from " + call.Prompt, checkpoints: store);
        await Should.ThrowAsync<WorkflowFailedException>(() => first.RunAsync(workflow, id: id));
        var second = new WorkflowBench(call => "now " + call.Prompt, checkpoints: store);

        WorkflowResult result = await second.RunAsync(workflow, id: id);

        second.Calls.Single().Prompt.ShouldBe("c");
        second.Calls.Single().Last.ShouldContain("b: from b");
        result.Nodes.Select(node => (node.Text, node.IsRestored, node.Calls)).ShouldBe([("from a", true, 0), ("from b", true, 0), ("now c", false, 1)]);
        second.Orchestrator.GetStatistics().Restored.ShouldBe(2);
    }

    private protected abstract IWorkflowCheckpointStore Store();
}
