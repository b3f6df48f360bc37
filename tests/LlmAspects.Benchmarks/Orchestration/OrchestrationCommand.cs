using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Components.Orchestration;

namespace LlmAspects.Benchmarks.Orchestration;

/// <summary>Measures what the orchestrator itself costs a node, with nodes that do nothing and models that answer at once, and says by the exit code whether that is within its limit.</summary>
internal static class OrchestrationCommand
{
    private const int TooSlow = 1;
    private const int Nodes = 10_000;
    private const int Rounds = 15;

    /// <summary>In microseconds of processor time a node.</summary>
    private const double Limit = 10;

    private const string Help = """
        orchestration: runs 10,000 nodes, each with up to three dependencies, by the scheduler alone and by the whole orchestrator
        with a model that answers at once, in processor time; exit code 1 when the median of either is above 10 microseconds a node.
        """;

    public static int Run(ReadOnlySpan<string> arguments) => PlainCommand.Run("orchestration", Help, arguments, Measure);

    private static int Measure()
    {
        var workflow = new Workflow(Enumerable.Range(0, Nodes).Select(Node));
        var orchestrator = new MultiLlmOrchestrator(new InstantChatClient(), new OrchestratorOptions { SynthesizeByModel = false, QualityThreshold = null });
        Console.WriteLine("| What | Nodes | Fastest, us a node | Median, us a node | Slowest, us a node |");
        Console.WriteLine("|---|---|---|---|---|");
        double scheduler = Print("scheduler", () => new DagScheduler(workflow.Graph, 5, static (_, _) => ValueTask.CompletedTask).RunAsync(CancellationToken.None));
        double whole = Print("orchestrator", () => orchestrator.RunAsync(new WorkflowRequest(workflow)));
        Console.WriteLine(FormattableString.Invariant($"Limit: {Limit} us a node."));
        return Math.Max(scheduler, whole) > Limit ? TooSlow : 0;
    }

    private static double Print(string what, Func<Task> run)
    {
        // Everything ends at once, so the processor time of this thread is all there is.
        double[] times = [.. Enumerable.Range(0, Rounds).Select(_ => CpuClock.Time(() => run().GetAwaiter().GetResult()) / 1e3 / Nodes).Order()];
        Console.WriteLine(FormattableString.Invariant($"| {what} | {Nodes} | {times[0]:0.00} | {times[Rounds / 2]:0.00} | {times[^1]:0.00} |"));
        return times[Rounds / 2];
    }

    private static WorkflowNode Node(int node) => new(NameOf(node), "Say yes.") { DependsOn = [.. new[] { node - 2, node - 7, node - 40 }.Where(static needed => needed >= 0).Select(NameOf)] };

    private static string NameOf(int node) => FormattableString.Invariant($"n{node}");
}
