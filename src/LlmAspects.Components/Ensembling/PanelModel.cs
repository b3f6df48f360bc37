using System.Collections.Immutable;

namespace LlmAspects.Components.Ensembling;

/// <summary>
/// What is known of a panel, and how it decides: weights from the accuracy of its members, discounts for those that err together, a calibrated confidence,
/// and a guard that keeps it from being worse than its best member. Immutable; does no I/O.
/// </summary>
public sealed class PanelModel
{
    private readonly ImmutableArray<EnsembleMember> _members;
    private readonly double[] _accuracies;
    private readonly ErrorAgreement _agreement;
    private readonly PanelGuard? _guard;
    private readonly ConfidenceCalibration? _calibration;

    private PanelModel(ImmutableArray<EnsembleMember> members, double[] accuracies, ErrorAgreement agreement, PanelGuard? guard, ConfidenceCalibration? calibration)
    {
        _members = members;
        _accuracies = accuracies;
        _agreement = agreement;
        _guard = guard;
        _calibration = calibration;
    }

    /// <summary>The members.</summary>
    public ImmutableArray<EnsembleMember> Members => _members;

    /// <summary>How often each member is right, as far as outcomes and its given weight tell, between 0 and 1.</summary>
    public ImmutableArray<double> Accuracies => [.. _accuracies];

    /// <summary>What the vote of each member weighs when it stands alone: log-odds.</summary>
    public ImmutableArray<double> Weights => [.. _accuracies.Select(accuracy => VoteCount.WeightOf(accuracy, _agreement.Classes))];

    /// <summary>How many answers there are to choose from, as given or estimated; at least 2.</summary>
    public double Classes => _agreement.Classes;

    /// <summary>Learns from outcomes.</summary>
    /// <param name="members">The members of the panel.</param>
    /// <param name="outcomes">How they voted and what was right, the oldest first; may be empty.</param>
    /// <param name="options">How to learn; <see langword="null"/> gives the defaults.</param>
    /// <exception cref="ArgumentException">There is no member, one occurs twice, or an outcome has other votes than one a member, or a vote out of range.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight or an option is out of range.</exception>
    public static PanelModel Learn(IReadOnlyList<EnsembleMember> members, IReadOnlyList<PanelOutcome> outcomes, PanelOptions? options = null)
    {
        EnsembleMember.Validate(members, nameof(members));
        ArgumentNullException.ThrowIfNull(outcomes);
        options ??= new PanelOptions();
        options.Validate();
        foreach (PanelOutcome outcome in outcomes)
        {
            CheckVotes(outcome.Votes, members.Count, nameof(outcomes));
        }

        var records = new MemberRecords(PriorsOf(members, options), outcomes, options.Decay);
        double[] accuracies = records.Accuracies();
        ErrorAgreement agreement = ErrorAgreement.Learn(accuracies, outcomes, options.Classes);
        return outcomes.Count < options.MinimumOutcomes
            ? new PanelModel([.. members], accuracies, agreement, guard: null, calibration: null)
            : Judge([.. members], records, agreement, outcomes, options);
    }

    /// <summary>Decides.</summary>
    /// <param name="votes">The vote of each member; equal answers have the same number from 0 up, see <see cref="PanelOutcome.Votes"/>.</param>
    /// <exception cref="ArgumentException">There is not one vote a member, or one is out of range.</exception>
    public PanelDecision Decide(IReadOnlyList<int> votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        CheckVotes(votes, _members.Length, nameof(votes));
        VoteCount count = VoteCount.Of(votes, _accuracies, _agreement);
        GuardChoice choice = _guard?.Choose(count, votes) ?? GuardChoice.TooFewOutcomes;
        int winner = choice == GuardChoice.BestMember ? votes[_guard!.Best] : count.Winner;
        double posterior = count.PosteriorOf(winner);
        return new PanelDecision
        {
            Winner = winner,
            Confidence = winner < 0 ? 0 : _calibration?.Apply(posterior) ?? posterior,
            IsCalibrated = _calibration is not null,
            Posterior = count.Posterior,
            Weights = count.Weights,
            Guard = choice,
            Reason = _guard?.Explain(choice, _members[_guard.Best].ModelId) ?? "The votes decide: too few outcomes are known to compare the panel with its best member.",
        };
    }

    private static PanelModel Judge(ImmutableArray<EnsembleMember> members, MemberRecords records, ErrorAgreement agreement, IReadOnlyList<PanelOutcome> outcomes, PanelOptions options)
    {
        double[] accuracies = records.Accuracies();
        VoteCount[] counts = [.. outcomes.Select((outcome, place) => VoteCount.Of(outcome.Votes, records.AccuraciesWithout(place, outcome), agreement))];
        PanelGuard guard = PanelGuard.Learn(Array.IndexOf(accuracies, accuracies.Max()), counts, outcomes, options.GuardConfidence);
        IEnumerable<(double, bool)> judged = counts.Zip(outcomes, (count, outcome) =>
        {
            int winner = guard.Choose(count, outcome.Votes) == GuardChoice.BestMember ? outcome.Votes[guard.Best] : count.Winner;
            return (Winner: winner, Posterior: count.PosteriorOf(winner), IsRight: winner == outcome.Correct);
        }).Where(static choice => choice.Winner >= 0).Select(static choice => (choice.Posterior, choice.IsRight));
        (double, bool)[] known = [.. judged];
        return new PanelModel(members, accuracies, agreement, guard, known.Length == 0 ? null : ConfidenceCalibration.Fit(known));
    }

    // A given weight says how far a vote reaches beside the others; the accuracy that gives it such a weight is what is expected of the member.
    private static double[] PriorsOf(IReadOnlyList<EnsembleMember> members, PanelOptions options)
    {
        double classes = options.Classes ?? ErrorAgreement.OpenClasses;
        double mean = members.Average(static member => member.Weight);
        double usual = VoteCount.WeightOf(options.PriorAccuracy, classes);
        return [.. members.Select(member => 1 / (1 + ((classes - 1) * Math.Exp(-usual * member.Weight / mean))))];
    }

    private static void CheckVotes(IReadOnlyList<int> votes, int members, string name)
    {
        if (votes.Count != members || votes.Any(vote => vote is < PanelOutcome.Absent || vote >= members))
        {
            throw new ArgumentException($"Each of the {members} members needs one vote: the number of its answer, below {members}, or {PanelOutcome.NoAnswer} or {PanelOutcome.Absent}.", name);
        }
    }
}
