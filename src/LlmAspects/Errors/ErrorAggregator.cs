using System.Numerics;
using System.Runtime.CompilerServices;
using LlmAspects.Logging;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Errors;

/// <summary>Keeps the most recent errors in bounded memory. Adding takes no lock; every member may be called from any thread.</summary>
public sealed class ErrorAggregator
{
    /// <summary>How many errors are kept by default.</summary>
    public const int DefaultCapacity = 1024;

    /// <summary>How many groups are kept; the one that was not seen for longest makes room.</summary>
    public const int MaximumGroups = 512;

    /// <summary>The shortest window of <see cref="GetErrorRate"/>: 10 seconds.</summary>
    public static readonly TimeSpan ShortestWindow = TimeSpan.FromSeconds(10);

    /// <summary>The longest window of <see cref="GetErrorRate"/>: 5 minutes.</summary>
    public static readonly TimeSpan LongestWindow = CallWindow.Longest;

    private const int LookBack = 64;
    private readonly ErrorSubscriptions _subscriptions = new();
    private ErrorGroupTable _groups = new(MaximumGroups);
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
    /// Whether messages of exceptions are kept, set as the description of failed spans, and logged together with the exception. What looks like a credential
    /// is replaced by <c>[redacted]</c> in them. The default is <see langword="false"/>: services quote the request in their messages, so a message may hold a prompt.
    /// </summary>
    public bool RecordMessages { get; set; }

    /// <summary>
    /// What is done with a message before it is kept, after credentials have been taken out of it. Called from any thread; when it throws, the message is
    /// left out. The default is <see langword="null"/>: nothing more.
    /// </summary>
    public Func<string, string>? MessageRedactor { get; set; }

    /// <summary>How many errors were added since the last <see cref="Clear"/>, kept or not.</summary>
    public long TotalCount => Volatile.Read(ref _next) - Volatile.Read(ref _clearedAt);

    /// <summary>How many errors readers of <see cref="ReadAllAsync"/> have missed, because they were too slow.</summary>
    public long DroppedCount => _subscriptions.Dropped;

    /// <summary>How many errors can be kept.</summary>
    public int Capacity => _slots.Length;

    /// <summary>Adds an error that was handled before any aspect could see it.</summary>
    /// <param name="record">The error.</param>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    public void Add(ErrorRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var entry = new ErrorEntry(record, NextSequence());
        Insert(entry, exceptionHash: 0, ErrorGroupKey.Of(record));
    }

    /// <summary>Returns the errors kept, the most recent first.</summary>
    /// <param name="maximum">At most so many. The default is all.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximum"/> is negative.</exception>
    public IReadOnlyList<ErrorRecord> Recent(int maximum = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximum);
        return [.. Newest().Take(maximum).Select(entry => entry.Record)];
    }

    /// <summary>Returns the errors by kind, the one seen last first. At most <see cref="MaximumGroups"/> are kept.</summary>
    public IReadOnlyList<ErrorGroup> Groups() => [.. Volatile.Read(ref _groups).Read()];

    /// <summary>Counts the occurrences in <see cref="Groups"/> by <see cref="ErrorGroup.Code"/>.</summary>
    public IReadOnlyDictionary<string, long> CountByCode() => CountBy(static group => group.Code);

    /// <summary>Counts the occurrences in <see cref="Groups"/> by the full name of the exception's type.</summary>
    public IReadOnlyDictionary<string, long> CountByExceptionType() => CountBy(static group => group.ExceptionType);

    /// <summary>Counts the occurrences in <see cref="Groups"/> by component.</summary>
    public IReadOnlyDictionary<string, long> CountByComponent() => CountBy(static group => group.Component);

    /// <summary>Returns how many of the calls within a sliding window failed. Needs no preparation: calls are always counted by time.</summary>
    /// <param name="window">The length of the window, from 10 seconds to 5 minutes.</param>
    /// <param name="component">Only operations of this component; <see langword="null"/> takes all.</param>
    /// <param name="operation">Only operations of this name; <see langword="null"/> takes all.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is out of range.</exception>
    public ErrorRate GetErrorRate(TimeSpan window, string? component = null, string? operation = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, ShortestWindow);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window, LongestWindow);
        return this == Shared
            ? PerformanceTracer.Shared.GetErrorRate(window, component, operation)
            : new ErrorRate { Window = window, Calls = 0, Errors = 0, RateMissingReason = ErrorRate.NoOperations };
    }

    /// <summary>Delivers errors as they occur, from the first step of the enumeration on until it is left or cancelled.</summary>
    /// <param name="capacity">How many wait for a reader that is slow; then the oldest is dropped and counted. At least 1; the default is 1,024.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is below 1.</exception>
    public IAsyncEnumerable<ErrorRecord> ReadAllAsync(int capacity = 1024, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        return _subscriptions.ReadAllAsync(capacity, cancellationToken);
    }

    /// <summary>Forgets every error so far.</summary>
    public void Clear()
    {
        var end = Volatile.Read(ref _next);
        Volatile.Write(ref _clearedAt, end);
        Volatile.Write(ref _groups, new ErrorGroupTable(MaximumGroups));
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

        var message = MessageOf(error);
        Keep(new ErrorObservation(error, origin, message), origin.Observed, hash, message is null ? null : error);
    }

    /// <summary>Takes an error that a result tells of; it passes through no other operation.</summary>
    internal void ObserveResult(in ErrorOrigin origin) =>
        Keep(new ErrorObservation(error: null, origin, message: null), origin.Observed, exceptionHash: 0, logged: null);

    internal string? MessageOf(Exception error) => RecordMessages ? ErrorMessage.Redact(error.Message, MessageRedactor) : null;

    private void Keep(in ErrorObservation observation, long observed, int exceptionHash, Exception? logged)
    {
        Insert(new ErrorEntry(observation, NextSequence(), observed), exceptionHash, observation.GroupKey);
        LlmAspectsLogging.ErrorObserved(observation, logged);
    }

    private long NextSequence() => Interlocked.Increment(ref _next) - 1;

    private void Insert(ErrorEntry entry, int exceptionHash, in ErrorGroupKey group)
    {
        var index = entry.Sequence & (_slots.Length - 1);
        _hashes[index] = exceptionHash;
        Volatile.Write(ref _slots[index], entry);
        Volatile.Read(ref _groups).Add(group, entry);
        _subscriptions.Publish(entry);
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

    private Dictionary<string, long> CountBy(Func<ErrorGroup, string> key) =>
        Groups().GroupBy(key, StringComparer.Ordinal).ToDictionary(groups => groups.Key, groups => groups.Sum(group => group.Occurrences), StringComparer.Ordinal);
}
