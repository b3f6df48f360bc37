using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace LlmAspects.Components.Tokens;

/// <summary>Totals by model and by day; booking and reading one figure take constant time. Thread-safe.</summary>
internal sealed class UsageBook(int retainedDays)
{
    /// <summary>Where models beyond the bound are booked.</summary>
    internal const string OtherModels = "(other)";

    private const int MaxModels = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, UsageTotals> _byModel = new(StringComparer.Ordinal);
    private readonly Dictionary<DateOnly, UsageTotals> _byDay = [];
    private readonly Dictionary<(string ModelId, DateOnly Day), UsageTotals> _byModelAndDay = [];
    private UsageTotals _total;

    public void Add(string modelId, DateOnly day, UsageTotals usage)
    {
        lock (_gate)
        {
            if (_byModel.Count >= MaxModels && !_byModel.ContainsKey(modelId))
            {
                modelId = OtherModels;
            }

            _total += usage;
            AddTo(_byModel, modelId, usage);
            AddTo(_byModelAndDay, (modelId, day), usage);
            if (AddTo(_byDay, day, usage) && _byDay.Count > retainedDays)
            {
                Forget(_byDay.Keys.Min());
            }
        }
    }

    public UsageTotals Of(string modelId, DateOnly? day)
    {
        lock (_gate)
        {
            return day is { } of
                ? _byModelAndDay.GetValueOrDefault((modelId, of))
                : _byModel.GetValueOrDefault(modelId);
        }
    }

    public TokenStatistics Snapshot()
    {
        lock (_gate)
        {
            return new TokenStatistics(_total, _byModel.ToImmutableSortedDictionary(StringComparer.Ordinal), _byDay.ToImmutableSortedDictionary());
        }
    }

    private static bool AddTo<TKey>(Dictionary<TKey, UsageTotals> totals, TKey key, UsageTotals usage)
        where TKey : notnull
    {
        ref UsageTotals slot = ref CollectionsMarshal.GetValueRefOrAddDefault(totals, key, out bool exists);
        slot += usage;
        return !exists;
    }

    private void Forget(DateOnly day)
    {
        _byDay.Remove(day);
        foreach ((string ModelId, DateOnly Day) key in _byModelAndDay.Keys.Where(key => key.Day == day).ToArray())
        {
            _byModelAndDay.Remove(key);
        }
    }
}
