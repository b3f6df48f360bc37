namespace LlmAspects.Errors;

/// <summary>A slot of the ring: the error, as observed until somebody reads its record, and what recognises the same occurrence one level further out.</summary>
internal sealed class ErrorEntry
{
    /// <summary>Each level copies the path, so that a deep recursion would cost the square of its depth.</summary>
    internal const int MaximumPathLength = 64;

    private readonly long _observed;

    // An observation, and its record from the first reading on. Never two records of one content: the path would fork.
    private object _content;

    internal ErrorEntry(ErrorRecord record, long sequence) => (_content, Sequence) = (record, sequence);

    internal ErrorEntry(ErrorObservation observation, long sequence, long observed) => (_content, Sequence, _observed) = (observation, sequence, observed);

    internal long Sequence { get; }

    internal ErrorRecord Record
    {
        get
        {
            var content = Volatile.Read(ref _content);
            if (content is not ErrorObservation observation)
            {
                return (ErrorRecord)content;
            }

            var made = observation.ToRecord();
            var winner = Interlocked.CompareExchange(ref _content, made, observation);
            return ReferenceEquals(winner, observation) ? made : (ErrorRecord)winner;
        }
    }

    /// <summary>
    /// Whether a call that began at <paramref name="started"/> and observes an exception of the same hash observes what this entry holds. A call without a clock cannot tell a second
    /// throw of a cached exception by time; there, an operation that is on the path already is taken for a new occurrence.
    /// </summary>
    internal bool IsSameOccurrence(string type, string operation, long started) => Volatile.Read(ref _content) switch
    {
        ErrorObservation observation => observation.ExceptionType == type && (started != 0 ? _observed > started : observation.FirstStep != operation),
        var content => (ErrorRecord)content is var record && record.ExceptionType == type && (started != 0 ? _observed > started : !record.Path.Contains(operation)),
    };

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
            if (ReferenceEquals(Interlocked.CompareExchange(ref _content, after, before), before))
            {
                return;
            }
        }
    }
}
