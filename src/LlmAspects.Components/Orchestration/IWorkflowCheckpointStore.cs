namespace LlmAspects.Components.Orchestration;

/// <summary>Keeps the steps of workflows that have ended, so that no model is asked for them again. Implementations are thread-safe.</summary>
public interface IWorkflowCheckpointStore
{
    /// <summary>Everything that is kept of a workflow.</summary>
    /// <param name="key">The workflow.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>One record a step, in any order; empty when nothing is kept.</returns>
    /// <exception cref="WorkflowCheckpointException">What is kept is damaged or of something else.</exception>
    ValueTask<IReadOnlyList<NodeCheckpoint>> LoadAsync(WorkflowCheckpointKey key, CancellationToken cancellationToken = default);

    /// <summary>Keeps a step. When it returns, the record outlives the process. A step that is kept already stays as it is.</summary>
    /// <param name="key">The workflow.</param>
    /// <param name="node">The step.</param>
    /// <param name="cancellationToken">Ends the wait; the record may be kept all the same.</param>
    ValueTask SaveAsync(WorkflowCheckpointKey key, NodeCheckpoint node, CancellationToken cancellationToken = default);

    /// <summary>Forgets a workflow.</summary>
    /// <param name="key">The workflow.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether anything was kept.</returns>
    ValueTask<bool> RemoveAsync(WorkflowCheckpointKey key, CancellationToken cancellationToken = default);
}
