using System.Collections.Concurrent;

namespace LlmAspects.Components.Routing;

/// <summary>What was learned of models, by tenant and task. Thread-safe and bounded.</summary>
internal sealed class OutcomeBook(LlmRouterOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Tenant, LlmTask Task), Page> _pages = new();
    private int _learned;

    public void Add(string tenant, string modelId, LlmTask task, ModelOutcome outcome)
    {
        if (_pages.TryGetValue((tenant, task), out Page? page) && page.Find(modelId) is { } known)
        {
            known.Add(outcome.Value, outcome.Succeeded);
            return;
        }

        if (Interlocked.Increment(ref _learned) > options.MaxLearned)
        {
            Interlocked.Decrement(ref _learned);
            return;
        }

        page ??= _pages.GetOrAdd((tenant, task), static _ => new Page());
        var fresh = new Posterior(options.LearningDecay, options.LearningHalfLife, time);
        Posterior kept = page.FindOrAdd(modelId, fresh);
        if (kept != fresh)
        {
            Interlocked.Decrement(ref _learned);
        }

        kept.Add(outcome.Value, outcome.Succeeded);
    }

    /// <summary>What was learned of the models of a table, by their index; <see langword="null"/> when nothing was.</summary>
    public Posterior?[]? Read(RouteTable table, string tenant, LlmTask task) =>
        _pages.TryGetValue((tenant, task), out Page? page) ? page.RowFor(table) : null;

    /// <summary>One tenant and task.</summary>
    private sealed class Page
    {
        private readonly ConcurrentDictionary<string, Posterior> _byModel = new(StringComparer.Ordinal);
        private volatile int _version;
        private volatile Row? _row;

        public Posterior? Find(string modelId) => _byModel.GetValueOrDefault(modelId);

        public Posterior FindOrAdd(string modelId, Posterior fresh)
        {
            Posterior kept = _byModel.GetOrAdd(modelId, fresh);
            Interlocked.Increment(ref _version);
            return kept;
        }

        // The version is read before the models, so that a row made beside an addition is made again.
        public Posterior?[] RowFor(RouteTable table)
        {
            int version = _version;
            Row? row = _row;
            if (row is null || row.Table != table || row.Version != version)
            {
                row = new Row(table, version, [.. table.Models.Select(model => Find(model.Id))]);
                _row = row;
            }

            return row.Posteriors;
        }

        private sealed record Row(RouteTable Table, int Version, Posterior?[] Posteriors);
    }
}
