using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Ensembling;

/// <summary>The answer of a panel, and how it came about.</summary>
public sealed record EnsembleResult
{
    internal EnsembleResult(Ballot ballot) => Ballot = ballot;

    /// <summary>The answer: what one member wrote, or the fusing model.</summary>
    public required ChatResponse Response { get; init; }

    /// <summary>The answer in canonical form; <see langword="null"/> when what was written holds no answer of its kind.</summary>
    public required CanonicalAnswer? Answer { get; init; }

    /// <summary>The member that speaks for the winning answer.</summary>
    public required string ModelId { get; init; }

    /// <summary>The probability that the answer is right, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether <see cref="Confidence"/> was calibrated by outcomes, which is so for the weighted consensus once enough are known.</summary>
    public required bool IsCalibrated { get; init; }

    /// <summary>The strategy that decided.</summary>
    public required EnsembleStrategy Strategy { get; init; }

    /// <summary>Whom the guard followed.</summary>
    public required GuardChoice Guard { get; init; }

    /// <summary>What every member contributed, in the order of the members.</summary>
    public required ImmutableArray<MemberContribution> Contributions { get; init; }

    /// <summary>Whether the fusing model wrote <see cref="Response"/>.</summary>
    public required bool IsFused { get; init; }

    /// <summary>Why this answer, step by step, without content.</summary>
    public required ImmutableArray<Decision> Decisions { get; init; }

    /// <summary>What is learned from when somebody says which answer was right.</summary>
    internal Ballot Ballot { get; }

    /// <summary>What was reported over all members and the fusing model; <see langword="null"/> when nothing was.</summary>
    internal UsageDetails? SumUsage()
    {
        UsageDetails? sum = null;
        foreach (UsageDetails usage in Contributions.Select(static one => one.Usage).Append(IsFused ? Response.Usage : null).OfType<UsageDetails>())
        {
            (sum ??= new UsageDetails()).Add(usage);
        }

        return sum;
    }
}
