using System.Collections.Concurrent;

namespace LlmAspects.Components.Ensembling;

/// <summary>The outcomes of each tenant and task, and what was learned from them. Thread-safe and bounded.</summary>
internal sealed class PanelBook(IReadOnlyList<EnsembleMember> members, EnsembleOptions options)
{
    private readonly ConcurrentDictionary<(string Tenant, LlmTask Task), Page> _pages = new();
    private readonly PanelModel _unlearned = PanelModel.Learn(members, options.KnownOutcomes, options.Panel);
    private int _count;

    public PanelModel ModelOf(string tenant, LlmTask task) => _pages.TryGetValue((tenant, task), out Page? page) ? page.Model() : _unlearned;

    /// <summary>Remembers an outcome.</summary>
    /// <returns><see langword="false"/> when there is no room for a further tenant and task.</returns>
    public bool Add(string tenant, LlmTask task, PanelOutcome outcome)
    {
        if (!_pages.TryGetValue((tenant, task), out Page? page))
        {
            if (Interlocked.Increment(ref _count) > options.MaxLearned)
            {
                Interlocked.Decrement(ref _count);
                return false;
            }

            var fresh = new Page(members, options);
            page = _pages.GetOrAdd((tenant, task), fresh);
            if (page != fresh)
            {
                Interlocked.Decrement(ref _count);
            }
        }

        page.Add(outcome);
        return true;
    }

    private sealed class Page(IReadOnlyList<EnsembleMember> members, EnsembleOptions options)
    {
        private readonly Lock _gate = new();
        private readonly Queue<PanelOutcome> _outcomes = new(options.KnownOutcomes.TakeLast(options.HistorySize));
        private PanelModel? _model;

        public void Add(PanelOutcome outcome)
        {
            lock (_gate)
            {
                if (_outcomes.Count == options.HistorySize)
                {
                    _outcomes.Dequeue();
                }

                _outcomes.Enqueue(outcome);
                _model = null;
            }
        }

        // Learned when it is needed: many outcomes may come between two questions.
        public PanelModel Model()
        {
            lock (_gate)
            {
                return _model ??= PanelModel.Learn(members, [.. _outcomes], options.Panel);
            }
        }
    }
}
