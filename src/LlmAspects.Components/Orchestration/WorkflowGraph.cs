using System.Collections.Immutable;

namespace LlmAspects.Components.Orchestration;

/// <summary>The dependencies of a workflow by place, without a cycle. Immutable.</summary>
internal sealed class WorkflowGraph
{
    private readonly int[][] _dependencies;
    private readonly int[][] _dependents;

    private WorkflowGraph(int[][] dependencies, int[][] dependents, int[] order)
    {
        _dependencies = dependencies;
        _dependents = dependents;
        Order = order;
        Heights = HeightsOf(order, dependents);
        Levels = LevelsOf(order, dependencies);
    }

    public int Count => _dependencies.Length;

    /// <summary>The nodes, each behind its dependencies; those that may go first stay in the order in which they were given.</summary>
    public int[] Order { get; }

    /// <summary>How many nodes of the longest chain begin with each node, itself included.</summary>
    public int[] Heights { get; }

    /// <summary>How many nodes of the longest chain lie before each node.</summary>
    public int[] Levels { get; }

    public ReadOnlySpan<int> DependenciesOf(int node) => _dependencies[node];

    public ReadOnlySpan<int> DependentsOf(int node) => _dependents[node];

    /// <summary>Makes a graph.</summary>
    /// <exception cref="InvalidWorkflowException">An id occurs twice, a dependency is unknown, or there is a cycle.</exception>
    public static WorkflowGraph Of(IReadOnlyList<WorkflowNode> nodes)
    {
        Dictionary<string, int> places = PlacesOf(nodes);
        int[][] dependencies = [.. nodes.Select(node => node.DependsOn.Distinct(StringComparer.Ordinal).Select(id => PlaceOf(id, node, places)).ToArray())];
        int[][] dependents = Reversed(dependencies);
        int[] order = Sorted(dependencies, dependents);
        return order.Length == nodes.Count
            ? new WorkflowGraph(dependencies, dependents, order)
            : throw CycleIn(nodes, dependencies, order);
    }

    private static Dictionary<string, int> PlacesOf(IReadOnlyList<WorkflowNode> nodes)
    {
        var places = new Dictionary<string, int>(nodes.Count, StringComparer.Ordinal);
        foreach ((int place, WorkflowNode node) in nodes.Index())
        {
            if (!places.TryAdd(node.Id, place))
            {
                throw new InvalidWorkflowException(InvalidWorkflowException.DuplicateNode, $"The node '{node.Id}' is there twice. Give each node an id of its own.", [node.Id]);
            }
        }

        return places;
    }

    private static int PlaceOf(string id, WorkflowNode node, Dictionary<string, int> places) => places.TryGetValue(id, out int place)
        ? place
        : throw new InvalidWorkflowException(InvalidWorkflowException.UnknownDependency, $"The node '{node.Id}' depends on '{id}', which is not in the workflow.", [node.Id, id]);

    private static int[][] Reversed(int[][] edges)
    {
        int[] counts = new int[edges.Length];
        foreach (int to in edges.SelectMany(static one => one))
        {
            counts[to]++;
        }

        int[][] reversed = [.. counts.Select(static count => new int[count])];
        for (int from = edges.Length - 1; from >= 0; from--)
        {
            foreach (int to in edges[from])
            {
                reversed[to][--counts[to]] = from;
            }
        }

        return reversed;
    }

    // Kahn, Topological sorting of large networks, CACM 5, 1962. Nodes of a cycle, and behind it, are missing.
    private static int[] Sorted(int[][] dependencies, int[][] dependents)
    {
        int[] missing = [.. dependencies.Select(static one => one.Length)];
        var order = new List<int>(missing.Length);
        order.AddRange(Enumerable.Range(0, missing.Length).Where(node => missing[node] == 0));
        for (int next = 0; next < order.Count; next++)
        {
            foreach (int dependent in dependents[order[next]])
            {
                if (--missing[dependent] == 0)
                {
                    order.Add(dependent);
                }
            }
        }

        return [.. order];
    }

    // Of the nodes that are left each depends on another one that is left: whoever follows these comes to a node again.
    private static InvalidWorkflowException CycleIn(IReadOnlyList<WorkflowNode> nodes, int[][] dependencies, int[] order)
    {
        var done = order.ToHashSet();
        var path = new List<int> { Enumerable.Range(0, nodes.Count).First(node => !done.Contains(node)) };
        int start;
        while ((start = path.IndexOf(dependencies[path[^1]].First(node => !done.Contains(node)))) < 0)
        {
            path.Add(dependencies[path[^1]].First(node => !done.Contains(node)));
        }

        ImmutableArray<string> cycle = [.. path.Skip(start).Select(node => nodes[node].Id)];
        string circle = string.Join(" needs ", cycle.Append(cycle[0]).Select(static id => $"'{id}'"));
        return new InvalidWorkflowException(InvalidWorkflowException.Cycle, $"The nodes need each other in a circle: {circle}.", cycle);
    }

    private static int[] HeightsOf(int[] order, int[][] dependents)
    {
        int[] heights = new int[order.Length];
        foreach (int node in order.Reverse())
        {
            heights[node] = 1 + dependents[node].Select(dependent => heights[dependent]).DefaultIfEmpty().Max();
        }

        return heights;
    }

    private static int[] LevelsOf(int[] order, int[][] dependencies)
    {
        int[] levels = new int[order.Length];
        foreach (int node in order)
        {
            levels[node] = dependencies[node].Select(dependency => levels[dependency] + 1).DefaultIfEmpty().Max();
        }

        return levels;
    }
}
