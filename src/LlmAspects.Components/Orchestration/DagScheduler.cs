namespace LlmAspects.Components.Orchestration;

/// <summary>
/// Runs the nodes of a graph, each once and behind its dependencies, and never leaves a place free while a node could run: the makespan is at most T1/p + T-infinity
/// (Graham, Bounds on multiprocessing timing anomalies, 1969). The longest chain goes first. For one run.
/// </summary>
/// <remarks>
/// There is no thread or task a node: at most <c>maxParallel</c> loops take nodes, and a loop goes on where its node ended. A node begins on the thread that ended its last dependency.
/// </remarks>
internal sealed class DagScheduler
{
    private readonly WorkflowGraph _graph;
    private readonly int _maxParallel;
    private readonly Func<int, CancellationToken, ValueTask> _run;
    private readonly Lock _gate = new();
    private readonly int[] _missing;
    private readonly PriorityQueue<int, (int, int)> _ready = new();
    private readonly TaskCompletionSource _ended = new();
    private CancellationTokenSource? _stop;
    private Exception? _error;
    private bool _isStopped;
    private int _loops;

    /// <summary>Creates a scheduler.</summary>
    /// <param name="graph">The nodes.</param>
    /// <param name="maxParallel">How many run at the same time, at least 1.</param>
    /// <param name="run">Runs a node. An exception ends the run.</param>
    public DagScheduler(WorkflowGraph graph, int maxParallel, Func<int, CancellationToken, ValueTask> run)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxParallel, 1);
        _graph = graph;
        _maxParallel = maxParallel;
        _run = run;
        _missing = new int[graph.Count];
    }

    /// <summary>Runs all nodes. When it returns or throws, none is running.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before every node had run.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _stop = stop;
        for (int node = 0; node < _missing.Length; node++)
        {
            _missing[node] = _graph.DependenciesOf(node).Length;
            if (_missing[node] == 0)
            {
                Enqueue(node);
            }
        }

        _loops = 1;
        Spread();
        await LoopAsync().ConfigureAwait(false);
        await _ended.Task.ConfigureAwait(false);
        if (_error is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_error);
        }
    }

    /// <summary>Starts no further node and cancels those that run.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
        }

        _stop?.Cancel();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (TryTake(out int node))
            {
                _stop!.Token.ThrowIfCancellationRequested();
                await _run(node, _stop.Token).ConfigureAwait(false);
                Release(node);
                Spread();
            }
        }
        catch (Exception error)
        {
            Fail(error);
        }
    }

    private bool TryTake(out int node)
    {
        lock (_gate)
        {
            if (!_isStopped && _ready.TryDequeue(out node, out _))
            {
                return true;
            }

            _loops--;
            node = -1;
            if (_loops > 0)
            {
                return false;
            }
        }

        _ended.TrySetResult();
        return false;
    }

    private void Release(int node)
    {
        lock (_gate)
        {
            foreach (int dependent in _graph.DependentsOf(node))
            {
                if (--_missing[dependent] == 0)
                {
                    Enqueue(dependent);
                }
            }
        }
    }

    private void Enqueue(int node) => _ready.Enqueue(node, (-_graph.Heights[node], node));

    // One node is left for the loop that calls.
    private void Spread()
    {
        while (TryAddLoop())
        {
            _ = LoopAsync();
        }
    }

    private bool TryAddLoop()
    {
        lock (_gate)
        {
            if (_isStopped || _ready.Count < 2 || _loops >= _maxParallel)
            {
                return false;
            }

            _loops++;
            return true;
        }
    }

    // Cancelled first: once the last loop has ended, the source is disposed.
    private void Fail(Exception error)
    {
        lock (_gate)
        {
            _error ??= error;
        }

        Stop();
        lock (_gate)
        {
            if (--_loops > 0)
            {
                return;
            }
        }

        _ended.TrySetResult();
    }
}
