using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Ensembling;

/// <summary>Settings of the ensembler.</summary>
public sealed record EnsembleOptions
{
    /// <summary>How the answers of requests that name no strategy become one. The default is <see cref="EnsembleStrategy.WeightedConsensus"/>.</summary>
    public EnsembleStrategy Strategy { get; init; }

    /// <summary>How long each member may take, more than 0. The default is 30 s; a deadline of the request may be sooner.</summary>
    public TimeSpan MemberTimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The measured quality below which an answer has no vote, 0 to 1. The default is <see langword="null"/>: none is filtered. An answer whose quality nobody measured stays.</summary>
    public double? MinimumQuality { get; init; }

    /// <summary>
    /// Measures an answer, 0 to 1; <see langword="null"/> when it cannot be told. Called once an answer, from several threads.
    /// The default is <see langword="null"/>: the groundedness in the documents of the request by a <see cref="Quality.LlmQualityMonitor"/>, where there are some.
    /// </summary>
    public Func<EnsembleCandidate, double?>? Quality { get; init; }

    /// <summary>
    /// Writes one text from the free texts of the winning cluster, which it gets as untrusted data behind a fence. The default is <see langword="null"/>: the text that is most similar to the others is the answer.
    /// The ensembler does not dispose it.
    /// </summary>
    public IChatClient? FusingClient { get; init; }

    /// <summary>From which similarity on free texts are the same answer, above 0 to 1. The default is 0.6.</summary>
    public double SimilarityThreshold { get; init; } = 0.6;

    /// <summary>Whether members are no longer waited for when whatever they say cannot change the winner. The default is <see langword="true"/>.</summary>
    public bool StopEarly { get; init; } = true;

    /// <summary>The confidence from which on no further member is waited for, above 0 to 1. The default is <see langword="null"/>: only what cannot change the winner is given up.</summary>
    public double? StopConfidence { get; init; }

    /// <summary>How the panel learns from outcomes. The default is that of <see cref="PanelOptions"/>.</summary>
    public PanelOptions Panel { get; init; } = new();

    /// <summary>
    /// Outcomes of the same members, in their order, that are known before the first question, the oldest first: every tenant and task begins with them. The default is empty.
    /// </summary>
    public IReadOnlyList<PanelOutcome> KnownOutcomes { get; init; } = [];

    /// <summary>How many outcomes are remembered for each tenant and task, and how many answers in the history, at least 50. The default is 1,000.</summary>
    public int HistorySize { get; init; } = 1_000;

    /// <summary>How many combinations of tenant and task are learned, at least 1; the outcomes of further ones are not remembered. The default is 1,000.</summary>
    public int MaxLearned { get; init; } = 1_000;

    internal void Validate()
    {
        if (!Enum.IsDefined(Strategy))
        {
            throw new ArgumentOutOfRangeException(nameof(Strategy), Strategy, "There is no such strategy.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(MemberTimeLimit, TimeSpan.Zero, nameof(MemberTimeLimit));
        CheckShare(MinimumQuality, allowsZero: true, nameof(MinimumQuality));
        CheckShare(SimilarityThreshold, allowsZero: false, nameof(SimilarityThreshold));
        CheckShare(StopConfidence, allowsZero: false, nameof(StopConfidence));
        ArgumentNullException.ThrowIfNull(Panel, nameof(Panel));
        Panel.Validate();
        ArgumentNullException.ThrowIfNull(KnownOutcomes, nameof(KnownOutcomes));
        ArgumentOutOfRangeException.ThrowIfLessThan(HistorySize, 50, nameof(HistorySize));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxLearned, 1, nameof(MaxLearned));
    }

    private static void CheckShare(double? value, bool allowsZero, string name)
    {
        if (value is { } share && !(share is > 0 and <= 1 || (allowsZero && share == 0)))
        {
            throw new ArgumentOutOfRangeException(name, value, "The value must be from 0 to 1.");
        }
    }
}
