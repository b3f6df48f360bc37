using System.Collections.Frozen;

namespace LlmAspects.Components.Orchestration;

/// <summary>What a store keeps of one workflow, read once at its beginning. Without a store it is empty and keeps nothing.</summary>
internal sealed class WorkflowCheckpoints
{
    /// <summary>The step that divides a request.</summary>
    public const string Plan = ":plan";

    /// <summary>The step that joins the results.</summary>
    public const string Synthesis = ":synthesis";

    private readonly IWorkflowCheckpointStore? _store;
    private readonly WorkflowCheckpointKey _key;
    private readonly FrozenDictionary<string, NodeCheckpoint> _kept;

    private WorkflowCheckpoints(IWorkflowCheckpointStore? store, WorkflowCheckpointKey key, IReadOnlyList<NodeCheckpoint> kept)
    {
        _store = store;
        _key = key;
        _kept = kept.ToFrozenDictionary(static node => node.Step, StringComparer.Ordinal);
    }

    public static async ValueTask<WorkflowCheckpoints> LoadAsync(IWorkflowCheckpointStore? store, WorkflowCheckpointKey key, CancellationToken cancellationToken) =>
        new(store, key, store is null ? [] : await store.LoadAsync(key, cancellationToken).ConfigureAwait(false));

    /// <summary>Whether every node that is kept is of this definition.</summary>
    /// <exception cref="WorkflowCheckpointException">One is of another.</exception>
    public void Require(string definitionHash)
    {
        foreach (NodeCheckpoint node in _kept.Values.Where(static node => node.Step != Plan))
        {
            Require(node, definitionHash);
        }
    }

    /// <summary>What is kept of a step; null when nothing is.</summary>
    public NodeCheckpoint? Find(string step) => _kept.GetValueOrDefault(step);

    /// <summary>The plan that is kept for a request; null when none is.</summary>
    /// <exception cref="WorkflowCheckpointException">It is of another request.</exception>
    public NodeCheckpoint? FindPlan(string requestHash)
    {
        if (Find(Plan) is { } plan)
        {
            Require(plan, requestHash);
            return plan;
        }

        return null;
    }

    public ValueTask SaveAsync(NodeCheckpoint node, CancellationToken cancellationToken) => _store?.SaveAsync(_key, node, cancellationToken) ?? ValueTask.CompletedTask;

    private void Require(NodeCheckpoint node, string hash)
    {
        if (node.DefinitionHash != hash)
        {
            throw new WorkflowCheckpointException(
                WorkflowCheckpointException.OtherDefinition,
                $"The step '{node.Step}' of the workflow '{_key.WorkflowId}' was kept for another definition. Use another id, or forget the workflow first.");
        }
    }
}
