using System.Collections.Concurrent;
using LlmAspects.Components.Orchestration;
using LlmAspects.Testing;

namespace LlmAspects.Components.Tests.Orchestration;

/// <summary>Random workflows of 1,000 nodes with random faults, on a simulated clock.</summary>
public class WorkflowPropertyTests
{
    private const int Count = 1_000;
    private const int Places = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task RandomFaults_RunEachNodeOnceBehindItsDependenciesWithinTheBounds(int seed)
    {
        var graph = new RandomGraph(seed, Count);
        var faults = graph.Nodes.ToDictionary(node => node.Id, _ => (Fault)Math.Max(0, graph.Random.Next(-16, 4)));
        var workflow = new Workflow(graph.Nodes.Select(node => Guarded(node, faults[node.Id])));
        var clock = new VirtualClock();
        var spans = new ConcurrentDictionary<string, List<(DateTimeOffset From, DateTimeOffset To)>>();
        var bench = new WorkflowBench(
            async (call, token) =>
            {
                DateTimeOffset from = clock.Time.GetUtcNow();
                await clock.WorkAsync(graph.Durations[workflow.PlaceOf(call.Prompt)!.Value], token);
                spans.GetOrAdd(call.Prompt, _ => []).Add((from, clock.Time.GetUtcNow()));
                return faults[call.Prompt] is Fault.Skipped or Fault.Replaced ? throw new HttpRequestException("down") : WorkflowBench.Say(faults[call.Prompt] == Fault.BadAtFirst && call.Earlier == 0 ? "" : "x");
            },
            new OrchestratorOptions { SynthesizeByModel = false, QualityThreshold = null, MaxParallel = Places, TimeLimit = TimeSpan.FromDays(1) },
            time: clock.Time);

        WorkflowResult result = await clock.RunAsync(() => bench.RunAsync(workflow));

        foreach (NodeResult node in result.Nodes)
        {
            bool isReached = workflow.Find(node.NodeId)!.DependsOn.All(needed => result[needed].State is NodeState.Succeeded or NodeState.FellBack);
            node.State.ShouldBe(!isReached || faults[node.NodeId] == Fault.Skipped ? NodeState.Skipped : faults[node.NodeId] == Fault.Replaced ? NodeState.FellBack : NodeState.Succeeded);
            int calls = !isReached ? 0 : faults[node.NodeId] == Fault.BadAtFirst ? 2 : 1;
            spans.GetValueOrDefault(node.NodeId, []).Count.ShouldBe(calls, node.NodeId);
            node.Calls.ShouldBe(calls);
            if (isReached)
            {
                workflow.Find(node.NodeId)!.DependsOn.All(needed => spans[needed].Max(span => span.To) <= spans[node.NodeId].Min(span => span.From)).ShouldBeTrue(node.NodeId);
            }
        }

        TimeSpan WorkOf(string id) => spans.TryGetValue(id, out var own) ? own.Aggregate(TimeSpan.Zero, (sum, span) => sum + (span.To - span.From)) : TimeSpan.Zero;
        double share = graph.Nodes.Sum(node => WorkOf(node.Id).TotalMilliseconds) / Places;
        double chain = RandomGraph.LongestChain(workflow, WorkOf).TotalMilliseconds;
        result.Duration.TotalMilliseconds.ShouldBeInRange(0.99 * Math.Max(share, chain), 1.01 * (share + chain));
    }

    [Fact]
    public async Task CancelledInTheMiddle_StopsEveryCall()
    {
        using var stop = new CancellationTokenSource();
        var graph = new RandomGraph(7, Count);
        var clock = new VirtualClock();
        int begun = 0;
        int ended = 0;
        var bench = new WorkflowBench(
            async (call, token) =>
            {
                if (++begun == 500)
                {
                    Stop();
                }

                try
                {
                    await clock.WorkAsync(TimeSpan.FromMilliseconds(10), token);
                    return WorkflowBench.Say("x");
                }
                finally
                {
                    Interlocked.Increment(ref ended);
                }
            },
            time: clock.Time);

        await Should.ThrowAsync<OperationCanceledException>(() => clock.RunAsync(() => bench.RunAsync(new Workflow(graph.Nodes), cancellationToken: stop.Token)));

        (begun, ended).ShouldBe((500, 500));

        // At once, not on another thread: no further node may begin.
        void Stop() => stop.Cancel();
    }

    private static WorkflowNode Guarded(WorkflowNode node, Fault fault) => fault switch
    {
        Fault.Skipped => node with { OnFailure = NodeFailurePolicy.Skip },
        Fault.Replaced => node with { OnFailure = NodeFailurePolicy.Fallback, FallbackText = "instead" },
        _ => node,
    };

    private enum Fault
    {
        None,
        BadAtFirst,
        Skipped,
        Replaced,
    }
}
