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

    /// <summary>Whether a member failed: with all of them the answer may be another one. A member that was not waited for could not have changed it.</summary>
    public bool IsPartial => Contributions.Any(static one => one.State == MemberState.Failed);

    /// <summary>What all members cost in US dollars, and the fusing model; <see langword="null"/> while the cost of one that answered is not known.</summary>
    public decimal? Cost => IsFused || Contributions.Any(static one => one is { Response: not null, Cost: null }) ? null : Contributions.Sum(static one => one.Cost ?? 0m);

    /// <summary>
    /// The answer as a response of its own: the model that speaks for it, the usage of all members and of the fusing model, and this result as <see cref="ResponseProperties.Ensemble"/>.
    /// </summary>
    public ChatResponse ToChatResponse() => new(Response.Messages)
    {
        ModelId = IsFused ? Response.ModelId : ModelId,
        ResponseId = Response.ResponseId,
        CreatedAt = Response.CreatedAt,
        FinishReason = Response.FinishReason,
        Usage = SumOfUsage(),
        AdditionalProperties = new AdditionalPropertiesDictionary { [ResponseProperties.Ensemble] = this, [ResponseProperties.Confidence] = Confidence },
    };

    internal UsageDetails? SumOfUsage()
    {
        UsageDetails? sum = null;
        foreach (UsageDetails usage in Contributions.Select(static one => one.Usage).Append(IsFused ? Response.Usage : null).OfType<UsageDetails>())
        {
            (sum ??= new UsageDetails()).Add(usage);
        }

        return sum;
    }

    /// <summary>What is learned from when somebody says which answer was right.</summary>
    internal Ballot Ballot { get; }
}
