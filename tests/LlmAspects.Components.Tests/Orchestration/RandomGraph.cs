using LlmAspects.Components.Orchestration;

namespace LlmAspects.Components.Tests.Orchestration;

/// <summary>Random nodes that depend on earlier ones only, given in a random order, with durations in milliseconds.</summary>
internal sealed class RandomGraph
{
    public RandomGraph(int seed, int count)
    {
        Random = new Random(seed);
        int reach = Random.Next(2, 200);
        double edges = Random.NextDouble() * 4;
        var nodes = new List<WorkflowNode>(count);
        for (int node = 0; node < count; node++)
        {
            int few = node == 0 ? 0 : (int)Math.Min(node, Math.Round(Random.NextDouble() * edges));
            string[] needs = [.. Enumerable.Range(0, few).Select(_ => IdOf(Random.Next(Math.Max(0, node - reach), node))).Distinct()];
            nodes.Add(new WorkflowNode(IdOf(node), IdOf(node)) { DependsOn = needs });
        }

        WorkflowNode[] shuffled = [.. nodes];
        Random.Shuffle(shuffled);
        Nodes = shuffled;
        Durations = [.. shuffled.Select(_ => TimeSpan.FromMilliseconds(Random.Next(1, 1_000)))];
    }

    public Random Random { get; }

    public WorkflowNode[] Nodes { get; }

    public TimeSpan[] Durations { get; }

    /// <summary>How long the longest chain takes.</summary>
    public static TimeSpan LongestChain(Workflow workflow, Func<string, TimeSpan> durationOf)
    {
        var ends = new Dictionary<string, TimeSpan>();
        foreach (string id in workflow.GetOrder())
        {
            ends[id] = durationOf(id) + workflow.Find(id)!.DependsOn.Select(needed => ends[needed]).DefaultIfEmpty().Max();
        }

        return ends.Values.Max();
    }

    private static string IdOf(int node) => $"n{node}";
}
