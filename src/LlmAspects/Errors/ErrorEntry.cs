namespace LlmAspects.Errors;

/// <summary>A slot of the ring: the error, as observed until somebody reads its record, and what recognises the same occurrence one level further out.</summary>
internal sealed class ErrorEntry
{
    /// <summary>Each level copies the path, so that a deep recursion would cost the square of its depth.</summary>
    internal const int MaximumPathLength = 64;

    private readonly long _observed;

    private readonly ErrorObservation _observation;

    // Made from the observation at the first reading. Never two records of one content: the path would fork.
    private ErrorRecord? _record;

    internal ErrorEntry(ErrorRecord record, long sequence) => (_record, Sequence) = (record, sequence);

    internal ErrorEntry(in ErrorObservation observation, long sequence, long observed) => (_observation, Sequence, _observed) = (observation, sequence, observed);

    internal long Sequence { get; }

    internal DateTimeOffset Timestamp => Volatile.Read(ref _record) is { } record ? record.Timestamp : _observation.Timestamp;

    internal ErrorRecord Record
    {
        get
        {
            if (Volatile.Read(ref _record) is { } known)
            {
                return known;
            }

            var made = _observation.ToRecord();
            return Interlocked.CompareExchange(ref _record, made, null) ?? made;
        }
    }

    /// <summary>
    /// Whether a call that began at <paramref name="started"/> and observes an exception of the same hash observes what this entry holds. A call without a clock cannot tell a second
    /// throw of a cached exception by time; there, an operation that is on the path already is taken for a new occurrence.
    /// </summary>
    internal bool IsSameOccurrence(string type, string operation, long started) => Volatile.Read(ref _record) is { } record
        ? record.ExceptionType == type && (started != 0 ? _observed > started : !record.Path.Contains(operation))
        : _observation.ExceptionType == type && (started != 0 ? _observed > started : _observation.FirstStep != operation);

    internal void Join(string operation, KeyValuePair<string, object?>[]? tags)
    {
        while (true)
        {
            var before = Record;
            if (before.Path.Count >= MaximumPathLength)
            {
                return;
            }

            var after = before with { Path = [.. before.Path, operation], Tags = ErrorTags.Join(before.Tags, tags) };
            if (ReferenceEquals(Interlocked.CompareExchange(ref _record, after, before), before))
            {
                return;
            }
        }
    }
}
