namespace LlmAspects.Components.Ensembling;

/// <summary>Counts what an ensembler does and keeps the last answers in a ring. Thread-safe.</summary>
internal sealed class EnsembleTally(IReadOnlyList<EnsembleMember> members, int historySize)
{
    private readonly Lock _gate = new();
    private readonly Queue<EnsembleRecord> _history = new();
    private readonly MemberCount[] _members = [.. members.Select(static _ => new MemberCount())];
    private long _answers;
    private long _failures;
    private long _stopped;
    private long _fused;
    private double _sum;
    private double _minimum = double.PositiveInfinity;
    private double _maximum = double.NegativeInfinity;

    public void Fail(IReadOnlyList<MemberContribution> contributions)
    {
        lock (_gate)
        {
            _failures++;
            Count(contributions, winner: null);
        }
    }

    public void Answer(EnsembleResult result, int? winner, DateTimeOffset at)
    {
        lock (_gate)
        {
            _answers++;
            _stopped += result.Contributions.Any(static one => one.State == MemberState.Stopped) ? 1 : 0;
            _fused += result.IsFused ? 1 : 0;
            _sum += result.Confidence;
            _minimum = Math.Min(_minimum, result.Confidence);
            _maximum = Math.Max(_maximum, result.Confidence);
            Count(result.Contributions, winner);
            Keep(new EnsembleRecord(at, result.Ballot.Task, result.ModelId, result.Confidence, result.Contributions.Count(static one => one.State == MemberState.Answered), result.Guard));
        }
    }

    public EnsembleStatistics Snapshot()
    {
        lock (_gate)
        {
            return new EnsembleStatistics
            {
                Answers = _answers,
                Failures = _failures,
                StoppedEarly = _stopped,
                Fused = _fused,
                MeanConfidence = _answers == 0 ? null : _sum / _answers,
                MinimumConfidence = _answers == 0 ? null : _minimum,
                MaximumConfidence = _answers == 0 ? null : _maximum,
                Members = [.. members.Zip(_members, static (member, count) => new MemberStatistics(member.ModelId, count.Asked, count.Answered, count.Failed, count.Won))],
                History = [.. _history],
            };
        }
    }

    private void Count(IReadOnlyList<MemberContribution> contributions, int? winner)
    {
        foreach ((int place, MemberContribution one) in contributions.Index())
        {
            MemberCount count = _members[place];
            count.Asked++;
            count.Answered += one.State == MemberState.Answered ? 1 : 0;
            count.Failed += one.State == MemberState.Failed ? 1 : 0;
            count.Won += one.Cluster is { } cluster && cluster == winner ? 1 : 0;
        }
    }

    private void Keep(EnsembleRecord record)
    {
        if (_history.Count == historySize)
        {
            _history.Dequeue();
        }

        _history.Enqueue(record);
    }

    private sealed class MemberCount
    {
        public long Asked { get; set; }

        public long Answered { get; set; }

        public long Failed { get; set; }

        public long Won { get; set; }
    }
}
