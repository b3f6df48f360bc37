using System.Collections.Immutable;

namespace LlmAspects.Components.Ensembling;

/// <summary>No member gave an answer that has a vote.</summary>
public sealed class EnsembleFailedException : LlmException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="contributions">What became of each member.</param>
    /// <param name="innerException">The error of a member; <see langword="null"/> when none failed.</param>
    public EnsembleFailedException(ImmutableArray<MemberContribution> contributions, Exception? innerException = null)
        : base("ensemble_failed", Describe(contributions), innerException)
    {
        Component = "multi_model_ensembler";
        Contributions = contributions;
    }

    /// <summary>What became of each member.</summary>
    public ImmutableArray<MemberContribution> Contributions { get; }

    private static string Describe(ImmutableArray<MemberContribution> contributions) => contributions.Any(static one => one.State == MemberState.Filtered)
        ? $"No answer reached the minimum quality ({Names(contributions)}). Lower {nameof(EnsembleOptions.MinimumQuality)}, or ask other models."
        : $"No member answered ({Names(contributions)}).";

    private static string Names(ImmutableArray<MemberContribution> contributions) =>
        string.Join("; ", contributions.Select(static one => one.Error is { } error ? $"{one.ModelId}: {error}" : $"{one.ModelId}: {one.State}"));
}
