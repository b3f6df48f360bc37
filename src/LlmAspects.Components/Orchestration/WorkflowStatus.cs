using System.Collections.Immutable;

namespace LlmAspects.Components.Orchestration;

/// <summary>How far a workflow is at this moment.</summary>
public sealed record WorkflowStatus
{
    /// <summary>Its id.</summary>
    public required string WorkflowId { get; init; }

    /// <summary>How far it is.</summary>
    public required WorkflowState State { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When its time is over.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>How far each node is, in their order; empty while the request is being divided.</summary>
    public required ImmutableArray<KeyValuePair<string, NodeState>> Nodes { get; init; }

    /// <summary>What it cost so far.</summary>
    public required WorkflowCost Cost { get; init; }

    /// <summary>The share of nodes that have ended, 0 to 1.</summary>
    public double Progress => Nodes.IsDefaultOrEmpty ? 0 : (double)Nodes.Count(static node => node.Value is not (NodeState.Waiting or NodeState.Running)) / Nodes.Length;
}
