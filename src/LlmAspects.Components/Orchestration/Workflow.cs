using System.Collections.Immutable;

namespace LlmAspects.Components.Orchestration;

/// <summary>Steps and what each needs of the others. Checked when it is made: no cycle, no unknown dependency, no id twice. Immutable and thread-safe.</summary>
public sealed class Workflow
{
    private readonly ImmutableDictionary<string, int> _places;

    /// <summary>Creates a workflow.</summary>
    /// <param name="nodes">At least one node. Of nodes that may run at the same time the earlier one comes first, unless a longer chain hangs on another.</param>
    /// <exception cref="InvalidWorkflowException">Nodes need each other in a circle, depend on one that is not there, have the same id or values that are not allowed, or there is none.</exception>
    public Workflow(IEnumerable<WorkflowNode> nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        Nodes = [.. nodes.Select(static node => node is null ? throw new ArgumentNullException(nameof(nodes)) : node with { DependsOn = [.. node.DependsOn ?? []] })];
        WorkflowRules.Require(Nodes);
        Graph = WorkflowGraph.Of(Nodes);
        _places = Nodes.Select(static (node, place) => KeyValuePair.Create(node.Id, place)).ToImmutableDictionary(StringComparer.Ordinal);
        DefinitionHash = WorkflowHash.Of(Nodes);
    }

    /// <summary>The nodes in the order in which they were given.</summary>
    public ImmutableArray<WorkflowNode> Nodes { get; }

    /// <summary>
    /// SHA-256 over everything of the nodes that determines what the models are asked, as 64 hexadecimal digits: not their limits, retries, thresholds, policies and checks.
    /// A checkpoint is continued only by a workflow with the same hash.
    /// </summary>
    public string DefinitionHash { get; }

    internal WorkflowGraph Graph { get; }

    /// <summary>Finds a node.</summary>
    /// <param name="id">Its id.</param>
    /// <returns><see langword="null"/> when there is none with the id.</returns>
    public WorkflowNode? Find(string id) => PlaceOf(id) is { } place ? Nodes[place] : null;

    /// <summary>The ids of the nodes, each behind those that it depends on.</summary>
    public ImmutableArray<string> GetOrder() => [.. Graph.Order.Select(place => Nodes[place].Id)];

    internal int? PlaceOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _places.TryGetValue(id, out int place) ? place : null;
    }

    /// <summary>The same nodes one after the other: each needs the one before it.</summary>
    internal Workflow Chained()
    {
        int[] order = Graph.Order;
        return new Workflow(order.Select((place, index) => index == 0 ? Nodes[place] : Nodes[place] with
        {
            DependsOn = [.. Nodes[place].DependsOn.Append(Nodes[order[index - 1]].Id).Distinct(StringComparer.Ordinal)],
        }));
    }
}
