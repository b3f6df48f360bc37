using System.Collections.Immutable;
using LlmAspects.Components.Ensembling;

namespace LlmAspects.Components.Orchestration;

/// <summary>Counts what an orchestrator does. Thread-safe.</summary>
internal sealed class OrchestratorTally
{
    private readonly Lock _gate = new();
    private readonly long[] _states = new long[Enum.GetValues<WorkflowState>().Length];
    private readonly long[] _nodes = new long[Enum.GetValues<NodeState>().Length];
    private readonly long[] _strategies = new long[Enum.GetValues<OrchestrationStrategy>().Length];
    private long _restored;
    private long _panels;
    private long _calls;
    private long _unpriced;
    private decimal _cost;
    private TimeSpan _duration;

    public void Add(WorkflowResult result)
    {
        lock (_gate)
        {
            _states[(int)result.State]++;
            _strategies[(int)result.Strategy]++;
            _calls += result.Cost.Calls;
            _unpriced += result.Cost.UnpricedCalls;
            _cost += result.Cost.Known;
            _duration += result.Duration;
            foreach (NodeResult node in result.Nodes)
            {
                _nodes[(int)node.State]++;
                _restored += node.IsRestored ? 1 : 0;
                _panels += node is { Confidence: not null, IsRestored: false } ? 1 : 0;
            }
        }
    }

    public OrchestratorStatistics Snapshot(EnsembleStatistics? panel)
    {
        lock (_gate)
        {
            long ended = _states.Sum();
            return new OrchestratorStatistics
            {
                Succeeded = _states[(int)WorkflowState.Succeeded],
                Failed = _states[(int)WorkflowState.Failed],
                Cancelled = _states[(int)WorkflowState.Cancelled],
                Nodes = Counts<NodeState>(_nodes).Remove(NodeState.Waiting),
                Restored = _restored,
                Calls = _calls,
                PanelNodes = _panels,
                KnownCost = _cost,
                UnpricedCalls = _unpriced,
                MeanDuration = ended == 0 ? null : _duration / ended,
                Strategies = Counts<OrchestrationStrategy>(_strategies),
                Panel = panel,
            };
        }
    }

    private static ImmutableDictionary<T, long> Counts<T>(long[] counts)
        where T : struct, Enum =>
        Enum.GetValues<T>().Zip(counts).Where(static pair => pair.Second > 0).ToImmutableDictionary(static pair => pair.First, static pair => pair.Second);
}
