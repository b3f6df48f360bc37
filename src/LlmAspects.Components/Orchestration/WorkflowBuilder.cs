namespace LlmAspects.Components.Orchestration;

/// <summary>Collects the nodes of a <see cref="Workflow"/>. Not thread-safe.</summary>
public sealed class WorkflowBuilder
{
    private readonly List<WorkflowNode> _nodes = [];

    /// <summary>Adds a node that has every default.</summary>
    /// <param name="id">Its id; see <see cref="WorkflowNode.Id"/>.</param>
    /// <param name="prompt">What the model is asked.</param>
    /// <param name="dependsOn">The nodes whose results it needs; they may be added later.</param>
    public WorkflowBuilder Add(string id, string prompt, params IReadOnlyList<string> dependsOn) => Add(new WorkflowNode(id, prompt) { DependsOn = dependsOn });

    /// <summary>Adds a node.</summary>
    /// <param name="node">The node.</param>
    public WorkflowBuilder Add(WorkflowNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        _nodes.Add(node);
        return this;
    }

    /// <summary>Makes the workflow; more may be added afterwards for another one.</summary>
    /// <exception cref="InvalidWorkflowException">Nodes need each other in a circle, depend on one that is not there, have the same id or values that are not allowed, or there is none.</exception>
    public Workflow Build() => new(_nodes);
}
