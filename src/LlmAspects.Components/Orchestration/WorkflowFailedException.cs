namespace LlmAspects.Components.Orchestration;

/// <summary>A workflow has no answer: a node failed that must not, or no node has a result.</summary>
public sealed class WorkflowFailedException : LlmOrchestratorException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="result">What became of every node.</param>
    /// <param name="innerException">The error of the node that failed; <see langword="null"/> when all were skipped.</param>
    public WorkflowFailedException(WorkflowResult result, Exception? innerException = null)
        : base("workflow_failed", Describe(result), innerException) => Result = result;

    /// <summary>What became of every node, with the results of those that were ready.</summary>
    public WorkflowResult Result { get; }

    private static string Describe(WorkflowResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string[] failed = [.. result.Nodes.Where(static node => node.Error is not null).Select(static node => $"'{node.NodeId}' ({node.Error!.GetType().Name})")];
        return failed.Length == 0
            ? $"The workflow '{result.WorkflowId}' has no result."
            : $"The workflow '{result.WorkflowId}' failed: {string.Join(", ", failed)}.";
    }
}
