using System.Diagnostics;
using LlmAspects.Runtime;

namespace LlmAspects.Tracing;

/// <summary>The mutable part of a block, pooled. The version changes when a block ends, so that a stale handle finds nothing.</summary>
internal sealed class TraceBlockState
{
    private Operation _operation = null!;
    private long _started;
    private bool _failed;
    private int _version;

    internal int Version => Volatile.Read(ref _version);

    internal Activity? Activity { get; private set; }

    internal static TraceBlockState Begin(Operation operation)
    {
        var state = SourcePool<TraceBlockState>.TryTake() ?? new TraceBlockState();
        state._operation = operation;
        state._failed = false;
        state.Activity = operation.Start();
        state._started = Stopwatch.GetTimestamp();
        return state;
    }

    internal void Fail(Exception error)
    {
        if (!_failed)
        {
            _failed = true;
            _operation.Observe(error, _started, Activity);
        }
    }

    internal void End(int version)
    {
        // Of two threads that dispose the same block, one ends it.
        if (Interlocked.CompareExchange(ref _version, version + 1, version) != version)
        {
            return;
        }

        var activity = Activity;
        Activity = null;
        if (!_failed)
        {
            _operation.Exit(_started, activity);
        }
        else if (activity is not null)
        {
            Operation.Stop(activity);
        }

        SourcePool<TraceBlockState>.Return(this);
    }
}
