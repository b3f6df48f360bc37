using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>What came of a workflow.</summary>
public sealed record WorkflowResult
{
    /// <summary>Its id.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>How it ended.</summary>
    public required WorkflowState State { get; init; }

    /// <summary>How it was carried out.</summary>
    public required OrchestrationStrategy Strategy { get; init; }

    /// <summary>The answer; <see langword="null"/> when it has none.</summary>
    public string? Text { get; init; }

    /// <summary>What became of every node, in the order of <see cref="Workflow.Nodes"/>.</summary>
    public required ImmutableArray<NodeResult> Nodes { get; init; }

    /// <summary>How the request was divided; <see langword="null"/> for a workflow that was given.</summary>
    public Decomposition? Decomposition { get; init; }

    /// <summary>What it cost.</summary>
    public required WorkflowCost Cost { get; init; }

    /// <summary>The tokens that were reported over all calls: retries, panels, decomposition and synthesis too, without what came from a checkpoint; <see langword="null"/> when nothing was.</summary>
    public UsageDetails? Usage { get; init; }

    /// <summary>The models that answered, those of nodes from a checkpoint too, in ordinal order.</summary>
    public required ImmutableArray<string> ModelsUsed { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Why the answer is what it is, without content.</summary>
    public ImmutableArray<Decision> Decisions { get; init; } = [];

    /// <summary>The nodes that failed or were skipped, in their order.</summary>
    public IEnumerable<NodeResult> Missing => Nodes.Where(static node => !node.HasAnswer);

    /// <summary>What became of a node.</summary>
    /// <param name="nodeId">Its id.</param>
    /// <exception cref="KeyNotFoundException">There is no such node.</exception>
    public NodeResult this[string nodeId] => Nodes.FirstOrDefault(node => node.NodeId == nodeId) ?? throw new KeyNotFoundException($"The workflow has no node '{nodeId}'.");
}
