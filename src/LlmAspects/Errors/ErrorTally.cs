namespace LlmAspects.Errors;

/// <summary>The occurrences of one group.</summary>
internal sealed class ErrorTally
{
    private readonly DateTimeOffset _firstSeen;
    private long _occurrences;
    private ErrorEntry _latest;
    private bool _isDropped;

    internal ErrorTally(ErrorGroupKey key, ErrorEntry first) => (Key, _firstSeen, _latest) = (key, first.Timestamp, first);

    internal ErrorGroupKey Key { get; }

    /// <summary>Whether the group had to make room: what is counted here is not seen any more.</summary>
    internal bool IsDropped => Volatile.Read(ref _isDropped);

    /// <summary>Orders groups by their latest occurrence: of two times that are equal the sequence still tells.</summary>
    internal long LatestSequence => Volatile.Read(ref _latest).Sequence;

    internal void Drop() => Volatile.Write(ref _isDropped, true);

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
            Fingerprint = Key.ToFingerprint(),
            Code = Key.Code,
            Component = Key.Component,
            Operation = Key.Operation,
            ExceptionType = Key.ExceptionType,
            CauseType = Key.CauseType,
            FirstSeen = _firstSeen,
            LastSeen = latest.Timestamp,
            Occurrences = Interlocked.Read(ref _occurrences),
            LatestMessage = latest.Record.Message,
        };
    }
}
