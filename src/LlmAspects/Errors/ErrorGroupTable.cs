using System.Collections.Concurrent;

namespace LlmAspects.Errors;

/// <summary>Counts occurrences by group. A known group takes no lock; when the table is full, the group that was not seen for longest makes room.</summary>
internal sealed class ErrorGroupTable(int maximum)
{
    private readonly ConcurrentDictionary<ErrorGroupKey, ErrorTally> _tallies = new();
    private readonly Lock _gate = new();

    internal void Add(in ErrorGroupKey key, ErrorEntry entry)
    {
        if (!_tallies.TryGetValue(key, out var tally))
        {
            tally = Begin(key, entry);
        }

        tally.Add(entry);
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
                _tallies.TryRemove(_tallies.MinBy(static pair => pair.Value.LatestSequence));
            }

            return _tallies.GetOrAdd(key, static (key, first) => new ErrorTally(key, first), entry);
        }
    }
}
