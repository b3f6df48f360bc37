using System.Numerics;
using System.Runtime.CompilerServices;
using LlmAspects.Logging;

namespace LlmAspects.Errors;

/// <summary>Keeps the most recent errors in bounded memory. Adding takes no lock; every member may be called from any thread.</summary>
public sealed class ErrorAggregator
{
    /// <summary>How many errors are kept by default.</summary>
    public const int DefaultCapacity = 1024;

    private const int LookBack = 64;
    private readonly ErrorEntry?[] _slots;
    private readonly int[] _hashes;
    private long _next;
    private long _clearedAt;

    /// <summary>Makes an aggregator of its own, apart from the process-wide <see cref="Shared"/>.</summary>
    /// <param name="capacity">How many errors are kept, rounded up to a power of two; at least 1. The default is 1,024.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is below 1 or above 1,048,576.</exception>
    public ErrorAggregator(int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 1 << 20);
        _slots = new ErrorEntry?[BitOperations.RoundUpToPowerOf2((uint)capacity)];
        _hashes = new int[_slots.Length];
    }

    /// <summary>The aggregator that <see cref="ErrorContextAttribute"/> writes to.</summary>
    public static ErrorAggregator Shared { get; } = new();

    /// <summary>
    /// Whether messages of exceptions are kept, set as the description of failed spans, and logged together with the exception.
    /// The default is <see langword="false"/>: services quote the request in their messages, so a message may hold a prompt.
    /// </summary>
    public bool RecordMessages { get; set; }

    /// <summary>How many errors were added since the last <see cref="Clear"/>, kept or not.</summary>
    public long TotalCount => Volatile.Read(ref _next) - Volatile.Read(ref _clearedAt);

    /// <summary>How many errors can be kept.</summary>
    public int Capacity => _slots.Length;

    /// <summary>Adds an error that was handled before any aspect could see it.</summary>
    /// <param name="record">The error.</param>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    public void Add(ErrorRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Insert(new ErrorEntry(record, NextSequence()), exceptionHash: 0);
    }

    /// <summary>Returns the errors kept, the most recent first.</summary>
    /// <param name="maximum">At most so many. The default is all.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximum"/> is negative.</exception>
    public IReadOnlyList<ErrorRecord> Recent(int maximum = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximum);
        return [.. Newest().Take(maximum).Select(entry => entry.Record)];
    }

    /// <summary>Counts the errors kept by the full name of their exception's type.</summary>
    public IReadOnlyDictionary<string, int> CountByExceptionType() => CountBy(record => record.ExceptionType);

    /// <summary>Counts the errors kept by component.</summary>
    public IReadOnlyDictionary<string, int> CountByComponent() => CountBy(record => record.Component);

    /// <summary>Forgets every error so far.</summary>
    public void Clear()
    {
        var end = Volatile.Read(ref _next);
        Volatile.Write(ref _clearedAt, end);
        foreach (ref var slot in _slots.AsSpan())
        {
            // An error that arrives meanwhile is newer than the clear and stays.
            if (Volatile.Read(ref slot) is { } entry && entry.Sequence < end)
            {
                Interlocked.CompareExchange(ref slot, null, entry);
            }
        }
    }

    /// <summary>Takes an error that leaves an operation: a new occurrence is kept and logged, a known one gets a longer path.</summary>
    internal void Observe(Exception error, in ErrorOrigin origin)
    {
        var type = origin.ExceptionType;
        var hash = RuntimeHelpers.GetHashCode(error);
        var operation = origin.Operation.SpanName;
        if (FindOccurrence(hash, type, operation, origin.Started) is { } known)
        {
            known.Join(operation, origin.Tags);
            return;
        }

        Keep(new ErrorObservation(error, origin, MessageOf(error)), origin.Observed, hash, RecordMessages ? error : null);
    }

    /// <summary>Takes an error that a result tells of; it passes through no other operation.</summary>
    internal void ObserveResult(in ErrorOrigin origin) =>
        Keep(new ErrorObservation(error: null, origin, message: null), origin.Observed, exceptionHash: 0, logged: null);

    internal string? MessageOf(Exception error) => RecordMessages ? ErrorMessage.Clean(error.Message) : null;

    private void Keep(in ErrorObservation observation, long observed, int exceptionHash, Exception? logged)
    {
        Insert(new ErrorEntry(observation, NextSequence(), observed), exceptionHash);
        LlmAspectsLogging.ErrorObserved(observation, logged);
    }

    private long NextSequence() => Interlocked.Increment(ref _next) - 1;

    private void Insert(ErrorEntry entry, int exceptionHash)
    {
        var index = entry.Sequence & (_slots.Length - 1);
        _hashes[index] = exceptionHash;
        Volatile.Write(ref _slots[index], entry);
    }

    /// <summary>The hashes lie beside the entries, so that the usual case, none found, reads 64 numbers, many at a time, and no object.</summary>
    private ErrorEntry? FindOccurrence(int hash, string type, string operation, long started)
    {
        var end = Volatile.Read(ref _next);
        var oldest = Oldest(end, LookBack);
        // A clear in between leaves nothing to look at.
        if (oldest >= end || !IsAmong(hash, oldest, end))
        {
            return null;
        }

        for (var sequence = end - 1; sequence >= oldest; sequence--)
        {
            if (_hashes[sequence & (_hashes.Length - 1)] == hash && At(sequence) is { } entry && entry.IsSameOccurrence(type, operation, started))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Whether the hash stands at one of the places from <paramref name="oldest"/> to <paramref name="end"/>, which may run over the end of the ring.</summary>
    private bool IsAmong(int hash, long oldest, long end)
    {
        var count = (int)(end - oldest);
        var first = (int)(oldest & (_hashes.Length - 1));
        var straight = Math.Min(count, _hashes.Length - first);
        return _hashes.AsSpan(first, straight).Contains(hash) || _hashes.AsSpan(0, count - straight).Contains(hash);
    }

    private IEnumerable<ErrorEntry> Newest()
    {
        var end = Volatile.Read(ref _next);
        for (var sequence = end - 1; sequence >= Oldest(end, _slots.Length); sequence--)
        {
            if (At(sequence) is { } entry)
            {
                yield return entry;
            }
        }
    }

    private long Oldest(long end, int maximum) => Math.Max(Volatile.Read(ref _clearedAt), end - Math.Min(maximum, _slots.Length));

    /// <summary>A writer may have taken the number and not stored yet, or have come round already: then there is nothing.</summary>
    private ErrorEntry? At(long sequence) =>
        Volatile.Read(ref _slots[sequence & (_slots.Length - 1)]) is { } entry && entry.Sequence == sequence ? entry : null;

    private Dictionary<string, int> CountBy(Func<ErrorRecord, string> key) =>
        Newest().GroupBy(entry => key(entry.Record), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
}
