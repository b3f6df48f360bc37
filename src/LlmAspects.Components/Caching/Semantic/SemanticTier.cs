using System.Collections.Concurrent;

namespace LlmAspects.Components.Caching.Semantic;

/// <summary>Finds a stored answer to a question that asks for the same in other words. Thread-safe.</summary>
internal sealed class SemanticTier(SemanticCacheOptions options, int capacity, ExactTier entries)
{
    /// <summary>Tenants beyond are not learned of: they have the threshold of the options.</summary>
    private const int MaxTenants = 10_000;

    private readonly QuestionIndex _index = new(capacity);
    private readonly ConcurrentDictionary<string, LearnedThreshold> _thresholds = new(StringComparer.Ordinal);

    public void Add(in CacheKey key)
    {
        if (key.HasQuestion)
        {
            _index.Add(key, QuestionForm.Of(key.Question.ToString()));
        }
    }

    /// <summary>The most similar entry that may be served, if there is one.</summary>
    public FoundEntry? Find(in CacheKey key)
    {
        double threshold = ThresholdOf(key.Tenant);
        if (!key.HasQuestion || threshold > 1)
        {
            return null;
        }

        var form = QuestionForm.Of(key.Question.ToString());
        FoundEntry? best = null;
        foreach (IndexedQuestion candidate in _index.Candidates(key, form, threshold))
        {
            // The place is only a hash: tenant, target and everything else around the question is compared here.
            if (!key.HasSameContext(candidate.Key))
            {
                continue;
            }

            QuestionMatch match = QuestionMatch.Of(form, candidate.Form);
            if (match.Obstacle is null && match.Similarity >= threshold - 1e-9 && match.Similarity > (best?.Similarity ?? 0) && EntryOf(candidate.Key) is { } entry)
            {
                best = new FoundEntry(entry, match.Similarity);
            }
        }

        return best;
    }

    public void Learn(string tenant, double similarity, bool wasRight)
    {
        if (_thresholds.Count < MaxTenants || _thresholds.ContainsKey(tenant))
        {
            _thresholds.GetOrAdd(tenant, static (_, options) => new LearnedThreshold(options), options).Add(similarity, wasRight);
        }
    }

    public double ThresholdOf(string tenant) => _thresholds.TryGetValue(tenant, out LearnedThreshold? learned) ? learned.Value : options.MinSimilarity;

    private CacheEntry? EntryOf(in CacheKey key)
    {
        CacheEntry? entry = entries.Find(key);
        if (entry is null)
        {
            _index.Remove(key);
        }

        return entry;
    }
}
