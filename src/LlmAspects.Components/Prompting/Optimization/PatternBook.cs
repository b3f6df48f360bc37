using System.Collections.Concurrent;
using LlmAspects.Components.Routing;

namespace LlmAspects.Components.Prompting.Optimization;

/// <summary>The reports of quality by tenant, task, feature and strategy. Thread-safe and bounded.</summary>
internal sealed class PatternBook(QueryOptimizerOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<PatternKey, Pattern> _patterns = new();
    private readonly Lock _replacing = new();
    private int _count;

    public int Count => Volatile.Read(ref _count);

    /// <summary>The gain of a strategy; <see langword="null"/> while there are too few reports.</summary>
    public GainEstimate? GainOf(PatternKey key) => _patterns.TryGetValue(key, out Pattern? pattern) ? GainOf(pattern, time.GetTimestamp()) : null;

    /// <summary>Learns from a report.</summary>
    /// <returns><see langword="false"/> when there is no room for a further combination.</returns>
    public bool Add(PatternKey key, bool isChanged, double quality)
    {
        if (FindOrAdd(key) is not { } pattern)
        {
            return false;
        }

        (isChanged ? pattern.Changed : pattern.Unchanged).Add(quality, succeeded: true);
        return true;
    }

    /// <summary>What was learned of a tenant, in the order of task, feature and strategy.</summary>
    public IReadOnlyList<LearnedPattern> Of(string tenant) => [.. EvidenceOf(tenant).Select(Describe)];

    /// <summary>The reports behind it, in the same order.</summary>
    public IEnumerable<PatternEvidence> EvidenceOf(string tenant)
    {
        long now = time.GetTimestamp();
        return _patterns.Where(pair => string.Equals(pair.Key.Tenant, tenant, StringComparison.Ordinal))
            .OrderBy(static pair => (pair.Key.Task, pair.Key.Feature, pair.Key.Strategy))
            .Select(pair => new PatternEvidence(pair.Key, pair.Value.Changed.EvidenceAt(now), pair.Value.Unchanged.EvidenceAt(now)));
    }

    /// <summary>Puts other evidence in the place of what was learned of a tenant.</summary>
    /// <returns><see langword="false"/> when there is no room; nothing is changed then.</returns>
    public bool Replace(string tenant, IReadOnlyCollection<PatternEvidence> evidence)
    {
        lock (_replacing)
        {
            PatternKey[] old = [.. _patterns.Keys.Where(key => string.Equals(key.Tenant, tenant, StringComparison.Ordinal))];
            if (Count - old.Length + evidence.Count > options.MaxPatterns)
            {
                return false;
            }

            foreach (PatternKey key in old)
            {
                Interlocked.Add(ref _count, _patterns.TryRemove(key, out _) ? -1 : 0);
            }

            foreach (PatternEvidence item in evidence)
            {
                if (FindOrAdd(item.Key) is { } pattern)
                {
                    pattern.Changed.Restore(item.Changed.Weight, item.Changed.Value);
                    pattern.Unchanged.Restore(item.Unchanged.Weight, item.Unchanged.Value);
                }
            }

            return true;
        }
    }

    private LearnedPattern Describe(PatternEvidence item)
    {
        GainEstimate? gain = GainRules.Estimate(item.Changed, item.Unchanged, options.MinimumSamples);
        bool isCredible = gain is not null && GainRules.IsCredible(gain, options);
        return new LearnedPattern(item.Key.Task, item.Key.Feature, item.Key.Strategy, item.Changed.Weight, item.Unchanged.Weight, gain, isCredible);
    }

    private GainEstimate? GainOf(Pattern pattern, long now) => GainRules.Estimate(pattern.Changed.EvidenceAt(now), pattern.Unchanged.EvidenceAt(now), options.MinimumSamples);

    private Pattern? FindOrAdd(PatternKey key)
    {
        if (_patterns.TryGetValue(key, out Pattern? known))
        {
            return known;
        }

        if (Interlocked.Increment(ref _count) > options.MaxPatterns)
        {
            Interlocked.Decrement(ref _count);
            return null;
        }

        var fresh = new Pattern(NewPosterior(), NewPosterior());
        Pattern kept = _patterns.GetOrAdd(key, fresh);
        if (kept != fresh)
        {
            Interlocked.Decrement(ref _count);
        }

        return kept;
    }

    private Posterior NewPosterior() => new(options.LearningDecay, options.LearningHalfLife, time);

    private sealed record Pattern(Posterior Changed, Posterior Unchanged);
}
