using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Orchestration;

/// <summary>What became of one node.</summary>
/// <param name="NodeId">The node.</param>
/// <param name="State">What became of it.</param>
public sealed record NodeResult(string NodeId, NodeState State)
{
    /// <summary>The answer; of a failed node the last bad answer, if there was one; else <see langword="null"/>.</summary>
    public string? Text { get; init; }

    /// <summary>The model that answered; <see langword="null"/> when none did or it gave no name.</summary>
    public string? ModelId { get; init; }

    /// <summary>The measured quality of the answer, 0 to 1; <see langword="null"/> when it could not be measured.</summary>
    public double? Quality { get; init; }

    /// <summary>How often models were asked: retries and fallback included, a panel counts once. 0 for a node that came from a checkpoint whole.</summary>
    public int Calls { get; init; }

    /// <summary>What the provider reported over all calls; <see langword="null"/> when nothing was.</summary>
    public UsageDetails? Usage { get; init; }

    /// <summary>What all calls cost, in US dollars; <see langword="null"/> when the price of one is not known. Of a node from a checkpoint: what it cost then.</summary>
    public decimal? Cost { get; init; }

    /// <summary>How complex the node was taken for; <see langword="null"/> when nobody asked.</summary>
    public ComplexityEstimate? Complexity { get; init; }

    /// <summary>The confidence of the panel, 0 to 1; <see langword="null"/> when no panel was asked.</summary>
    public double? Confidence { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether it came from a checkpoint, and no model was asked.</summary>
    public bool IsRestored { get; init; }

    /// <summary>Why it failed; <see langword="null"/> when it did not.</summary>
    public Exception? Error { get; init; }

    /// <summary>Why it became what it became, step by step, without content.</summary>
    public ImmutableArray<Decision> Decisions { get; init; } = [];

    internal bool HasAnswer => State is NodeState.Succeeded or NodeState.FellBack;
}
