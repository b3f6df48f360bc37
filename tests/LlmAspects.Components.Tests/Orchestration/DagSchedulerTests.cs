using LlmAspects.Components.Orchestration;
using LlmAspects.Testing;

namespace LlmAspects.Components.Tests.Orchestration;

public class DagSchedulerTests
{
    [Fact]
    public async Task RandomGraphs_RunEachNodeOnceBehindItsDependenciesWithinTheBounds()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            var graph = new RandomGraph(seed, 1_000);
            var workflow = new Workflow(graph.Nodes);
            int places = graph.Random.Next(1, 20);
            var clock = new VirtualClock();
            DateTimeOffset begin = clock.Time.GetUtcNow();
            var ended = new bool[1_000];
            int running = 0;
            int most = 0;
            var scheduler = new DagScheduler(workflow.Graph, places, async (node, token) =>
            {
                ended[node].ShouldBeFalse();
                Array.TrueForAll(workflow.Graph.DependenciesOf(node).ToArray(), needed => ended[needed]).ShouldBeTrue();
                most = Math.Max(most, ++running);
                await clock.WorkAsync(graph.Durations[node], token);
                running--;
                ended[node] = true;
            });

            await clock.RunAsync(async () =>
            {
                await scheduler.RunAsync(CancellationToken.None);
                return true;
            });

            ended.ShouldAllBe(one => one);
            most.ShouldBeLessThanOrEqualTo(places);
            double makespan = (clock.Time.GetUtcNow() - begin).TotalMilliseconds;
            double share = graph.Durations.Sum(one => one.TotalMilliseconds) / places;
            double chain = RandomGraph.LongestChain(workflow, id => graph.Durations[workflow.PlaceOf(id)!.Value]).TotalMilliseconds;
            makespan.ShouldBeInRange(0.99 * Math.Max(share, chain), 1.01 * (share + chain), $"seed {seed}, {places} places");
        }
    }

    [Fact]
    public async Task NodesThatNeedNoWaiting_RunOnceEachAndInOneLoop()
    {
        var graph = new RandomGraph(3, 1_000);
        var workflow = new Workflow(graph.Nodes);
        var order = new List<int>();
        var scheduler = new DagScheduler(workflow.Graph, 5, (node, _) =>
        {
            order.Add(node);
            return ValueTask.CompletedTask;
        });

        await scheduler.RunAsync(CancellationToken.None);

        order.Count.ShouldBe(1_000);
        order.Distinct().Count().ShouldBe(1_000);
    }

    [Fact]
    public async Task RealThreads_RunEachNodeOnce()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            var workflow = new Workflow(new RandomGraph(seed, 1_000).Nodes);
            int[] runs = new int[1_000];
            var ended = new bool[1_000];
            int wrong = 0;
            var scheduler = new DagScheduler(workflow.Graph, 8, async (node, _) =>
            {
                await Task.Yield();
                Interlocked.Increment(ref runs[node]);
                foreach (int needed in workflow.Graph.DependenciesOf(node))
                {
                    if (!Volatile.Read(ref ended[needed]))
                    {
                        Interlocked.Increment(ref wrong);
                    }
                }

                Volatile.Write(ref ended[node], true);
            });

            await scheduler.RunAsync(CancellationToken.None);

            (runs.Min(), runs.Max(), wrong).ShouldBe((1, 1, 0));
        }
    }

    [Fact]
    public async Task LongestChain_GoesFirst()
    {
        Workflow workflow = new WorkflowBuilder().Add("alone", "p").Add("first", "p").Add("second", "p", "first").Build();
        var order = new List<string>();

        await new DagScheduler(workflow.Graph, 1, (node, _) =>
        {
            order.Add(workflow.Nodes[node].Id);
            return ValueTask.CompletedTask;
        }).RunAsync(CancellationToken.None);

        order.ShouldBe(["first", "alone", "second"]);
    }

    [Fact]
    public async Task Exception_EndsTheRunAndCancelsTheOthers()
    {
        Workflow workflow = new WorkflowBuilder().Add("waits", "p").Add("fails", "p").Add("never", "p", "fails").Build();
        var begun = new List<string>();
        var other = new TaskCompletionSource();
        var scheduler = new DagScheduler(workflow.Graph, 5, async (node, token) =>
        {
            begun.Add(workflow.Nodes[node].Id);
            if (node == 1)
            {
                await other.Task;
                throw new InvalidOperationException("broken");
            }

            other.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
        });

        (await Should.ThrowAsync<InvalidOperationException>(() => scheduler.RunAsync(CancellationToken.None))).Message.ShouldBe("broken");

        begun.ShouldBe(["waits", "fails"], ignoreOrder: true);
    }

    [Fact]
    public async Task Cancelled_StartsNothingMoreAndWaitsForWhatRuns()
    {
        using var stop = new CancellationTokenSource();
        Workflow workflow = new WorkflowBuilder().Add("a", "p").Add("b", "p", "a").Build();
        var ended = new List<int>();
        var scheduler = new DagScheduler(workflow.Graph, 5, async (node, token) =>
        {
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
            }
            finally
            {
                ended.Add(node);
            }
        });

        Task run = scheduler.RunAsync(stop.Token);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        ended.ShouldBe([0]);
    }
}
