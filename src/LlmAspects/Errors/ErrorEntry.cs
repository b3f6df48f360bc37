namespace LlmAspects.Errors;

/// <summary>A slot of the ring: the record, and what recognises the same occurrence one level further out.</summary>
internal sealed class ErrorEntry(ErrorRecord record, long sequence, long observed)
{
    /// <summary>Each level copies the path, so that a deep recursion would cost the square of its depth.</summary>
    internal const int MaximumPathLength = 64;

    private ErrorRecord _record = record;

    internal ErrorRecord Record => Volatile.Read(ref _record);

    internal long Sequence => sequence;

    /// <summary>
    /// Whether a call that began at <paramref name="started"/> and observes an exception of the same hash observes what this entry holds. A call without a clock cannot tell a second
    /// throw of a cached exception by time; there, an operation that is on the path already is taken for a new occurrence.
    /// </summary>
    internal bool IsSameOccurrence(string type, string operation, long started)
    {
        var record = Record;
        return record.ExceptionType == type && (started != 0 ? observed > started : !record.Path.Contains(operation));
    }

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
