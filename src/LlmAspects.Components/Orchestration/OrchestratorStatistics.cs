using System.Collections.Immutable;
using LlmAspects.Components.Ensembling;

namespace LlmAspects.Components.Orchestration;

/// <summary>What an orchestrator did so far.</summary>
public sealed record OrchestratorStatistics
{
    /// <summary>The workflows that ended with an answer.</summary>
    public required long Succeeded { get; init; }

    /// <summary>The workflows that failed.</summary>
    public required long Failed { get; init; }

    /// <summary>The workflows that their callers gave up.</summary>
    public required long Cancelled { get; init; }

    /// <summary>The nodes by what became of them; those that never began are left out.</summary>
    public required ImmutableDictionary<NodeState, long> Nodes { get; init; }

    /// <summary>The nodes whose answer came from a checkpoint.</summary>
    public required long Restored { get; init; }

    /// <summary>The calls that were answered, those of decomposition and synthesis among them.</summary>
    public required long Calls { get; init; }

    /// <summary>The nodes that a panel was asked.</summary>
    public required long PanelNodes { get; init; }

    /// <summary>What the workflows cost, as far as it is known, in US dollars.</summary>
    public required decimal KnownCost { get; init; }

    /// <summary>The calls whose price is not known.</summary>
    public required long UnpricedCalls { get; init; }

    /// <summary>How long a workflow took in the mean; <see langword="null"/> before one ended.</summary>
    public required TimeSpan? MeanDuration { get; init; }

    /// <summary>The workflows by strategy.</summary>
    public required ImmutableDictionary<OrchestrationStrategy, long> Strategies { get; init; }

    /// <summary>What the panel did, for other callers too; <see langword="null"/> without a panel.</summary>
    public required EnsembleStatistics? Panel { get; init; }
}
