namespace LlmAspects.Errors;

/// <summary>The occurrences of one group.</summary>
internal sealed class ErrorTally
{
    private readonly ErrorGroupKey _key;
    private readonly DateTimeOffset _firstSeen;
    private long _occurrences;
    private ErrorEntry _latest;

    internal ErrorTally(ErrorGroupKey key, ErrorEntry first) => (_key, _firstSeen, _latest) = (key, first.Timestamp, first);

    /// <summary>Orders groups by their latest occurrence: of two times that are equal the sequence still tells.</summary>
    internal long LatestSequence => Volatile.Read(ref _latest).Sequence;

    internal void Add(ErrorEntry entry)
    {
        Interlocked.Increment(ref _occurrences);
        while (Volatile.Read(ref _latest) is var latest && latest.Sequence < entry.Sequence)
        {
            Interlocked.CompareExchange(ref _latest, entry, latest);
        }
    }

    internal ErrorGroup ToGroup()
    {
        var latest = Volatile.Read(ref _latest);
        return new ErrorGroup
        {
            Fingerprint = _key.ToFingerprint(),
            Code = _key.Code,
            Component = _key.Component,
            Operation = _key.Operation,
            ExceptionType = _key.ExceptionType,
            CauseType = _key.CauseType,
            FirstSeen = _firstSeen,
            LastSeen = latest.Timestamp,
            Occurrences = Interlocked.Read(ref _occurrences),
            LatestMessage = latest.Record.Message,
        };
    }
}
