using System.Collections.Concurrent;

namespace LlmAspects.Components.Routing;

/// <summary>The learned performance of models by tenant and task: a Beta mean over decayed outcomes. Thread-safe and bounded.</summary>
internal sealed class OutcomeBook(double decay, int maxLearned)
{
    /// <summary>The mean before anything was seen, when nothing else is known.</summary>
    public const double Prior = 0.5;

    // One good and one bad outcome, as Laplace's rule of succession has it.
    private const double PriorOutcomes = 2;

    private readonly ConcurrentDictionary<Key, Learned> _learned = new();
    private readonly ConcurrentDictionary<string, Counts> _counts = new(StringComparer.Ordinal);

    public void Add(string tenant, string modelId, LlmTask task, ModelOutcome outcome)
    {
        Counts counts = _counts.GetOrAdd(modelId, static _ => new Counts());
        Interlocked.Increment(ref counts.Outcomes);
        if (outcome.Succeeded)
        {
            Interlocked.Increment(ref counts.Successes);
        }

        var key = new Key(tenant, modelId, task);
        if (!_learned.TryGetValue(key, out Learned? learned))
        {
            if (_learned.Count >= maxLearned)
            {
                return;
            }

            learned = _learned.GetOrAdd(key, static _ => new Learned());
        }

        learned.Add(outcome.Value, decay);
    }

    /// <summary>The mean of the outcomes, drawn towards what is expected without them.</summary>
    public double Performance(string tenant, string modelId, LlmTask task, double expected) =>
        _learned.TryGetValue(new Key(tenant, modelId, task), out Learned? learned) ? learned.Mean(expected) : expected;

    public (long Outcomes, long Successes) CountsOf(string modelId) =>
        _counts.TryGetValue(modelId, out Counts? counts) ? (Interlocked.Read(ref counts.Outcomes), Interlocked.Read(ref counts.Successes)) : default;

    private readonly record struct Key(string Tenant, string ModelId, LlmTask Task);

    private sealed class Counts
    {
        public long Outcomes;
        public long Successes;
    }

    private sealed class Learned
    {
        private readonly Lock _gate = new();
        private double _weight;
        private double _sum;

        public double Mean(double expected)
        {
            lock (_gate)
            {
                return (_sum + (PriorOutcomes * expected)) / (_weight + PriorOutcomes);
            }
        }

        public void Add(double value, double decay)
        {
            lock (_gate)
            {
                _weight = (_weight * decay) + 1;
                _sum = (_sum * decay) + value;
            }
        }
    }
}
