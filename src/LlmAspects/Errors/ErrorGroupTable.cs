using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace LlmAspects.Errors;

/// <summary>Counts occurrences by group. A known group takes no lock; when the table is full, the group that was not seen for longest makes room.</summary>
internal sealed class ErrorGroupTable(int maximum)
{
    private readonly ConcurrentDictionary<ErrorGroupKey, ErrorTally> _tallies = new();
    private readonly ErrorTally?[] _recent = new ErrorTally?[64];
    private readonly Lock _gate = new();

    internal void Add(in ErrorGroupKey key, ErrorEntry entry) => Find(key, entry).Add(entry);

    /// <summary>Names come from few objects, so that the objects find the group faster than their characters would.</summary>
    private ErrorTally Find(in ErrorGroupKey key, ErrorEntry entry)
    {
        ref var recent = ref _recent[(RuntimeHelpers.GetHashCode(key.Operation) ^ RuntimeHelpers.GetHashCode(key.Code)) & (_recent.Length - 1)];
        if (Volatile.Read(ref recent) is { IsDropped: false } known && known.Key.Equals(key))
        {
            return known;
        }

        if (!_tallies.TryGetValue(key, out var tally))
        {
            tally = Begin(key, entry);
        }

        Volatile.Write(ref recent, tally);
        return tally;
    }

    /// <summary>The groups, the one seen last first.</summary>
    internal IEnumerable<ErrorGroup> Read() =>
        _tallies.Values.Select(static tally => (Tally: tally, Latest: tally.LatestSequence)).OrderByDescending(static pair => pair.Latest).Select(static pair => pair.Tally.ToGroup());

    private ErrorTally Begin(in ErrorGroupKey key, ErrorEntry entry)
    {
        lock (_gate)
        {
            if (_tallies.Count >= maximum && !_tallies.ContainsKey(key))
            {
                var oldest = _tallies.MinBy(static pair => pair.Value.LatestSequence);
                _tallies.TryRemove(oldest);
                oldest.Value.Drop();
            }

            return _tallies.GetOrAdd(key, static (key, first) => new ErrorTally(key, first), entry);
        }
    }
}
