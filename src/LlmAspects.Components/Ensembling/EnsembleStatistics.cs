using System.Collections.Immutable;

namespace LlmAspects.Components.Ensembling;

/// <summary>What an ensembler did so far.</summary>
public sealed record EnsembleStatistics
{
    /// <summary>The requests that had an answer.</summary>
    public required long Answers { get; init; }

    /// <summary>The requests that no member answered.</summary>
    public required long Failures { get; init; }

    /// <summary>The answers for which some member was not waited for.</summary>
    public required long StoppedEarly { get; init; }

    /// <summary>The answers that the fusing model wrote.</summary>
    public required long Fused { get; init; }

    /// <summary>The mean confidence; <see langword="null"/> without answers.</summary>
    public required double? MeanConfidence { get; init; }

    /// <summary>The least confidence; <see langword="null"/> without answers.</summary>
    public required double? MinimumConfidence { get; init; }

    /// <summary>The greatest confidence; <see langword="null"/> without answers.</summary>
    public required double? MaximumConfidence { get; init; }

    /// <summary>The members, in their order.</summary>
    public required ImmutableArray<MemberStatistics> Members { get; init; }

    /// <summary>The last answers, the oldest first.</summary>
    public required ImmutableArray<EnsembleRecord> History { get; init; }
}
