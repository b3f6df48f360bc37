using System.Collections.Immutable;

namespace LlmAspects.Components.Ensembling;

/// <summary>What a panel decided, and why.</summary>
public sealed record PanelDecision
{
    /// <summary>The number of the chosen answer; <see cref="PanelOutcome.NoAnswer"/> when nobody gave one.</summary>
    public required int Winner { get; init; }

    /// <summary>The probability that the chosen answer is right, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether <see cref="Confidence"/> was calibrated by outcomes; if not it is the posterior, which believes that members err independently.</summary>
    public required bool IsCalibrated { get; init; }

    /// <summary>The posterior of each answer, 0 to 1. What is missing to 1 is the chance that nobody gave the right one.</summary>
    public required ImmutableArray<double> Posterior { get; init; }

    /// <summary>What each member's vote weighed: log-odds, discounted for members that agree in errors; 0 for one that cast none.</summary>
    public required ImmutableArray<double> Weights { get; init; }

    /// <summary>Whom the guard followed.</summary>
    public required GuardChoice Guard { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }
}
