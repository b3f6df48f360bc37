using System.Runtime.CompilerServices;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>The last calls of one thread. One writer; readers copy and drop what may have been overwritten meanwhile.</summary>
internal sealed class MetricRing
{
    internal const int Capacity = 256;

    // Stores of the next entries may become visible early on weakly ordered processors, so the oldest few are never read.
    private const int Margin = 8;

    private readonly Entry[] _entries = new Entry[Capacity];
    private long _next;

    internal static int EstimatedBytes => (Capacity * Unsafe.SizeOf<Entry>()) + 48;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(int operationId, long duration, long ended, OperationOutcome outcome)
    {
        var entries = _entries;
        var next = _next;
        ref var entry = ref entries[(int)next & (entries.Length - 1)];
        entry.Ended = ended;
        entry.Duration = duration;
        entry.OperationId = operationId;
        entry.Outcome = outcome;
        Volatile.Write(ref _next, next + 1);
    }

    internal void CopyTo(List<Measurement> target, long after)
    {
        var end = Volatile.Read(ref _next);
        var begin = Math.Max(0, end - Capacity + Margin);
        var start = target.Count;
        for (var index = begin; index < end; index++)
        {
            ref readonly var entry = ref _entries[(int)index & (Capacity - 1)];
            target.Add(new Measurement(entry.OperationId, entry.Duration, entry.Ended, entry.Outcome));
        }

        Interlocked.MemoryBarrier();
        var overwritten = Volatile.Read(ref _next) - Capacity + Margin - begin;
        if (overwritten > 0)
        {
            target.RemoveRange(start, (int)Math.Min(overwritten, end - begin));
        }

        for (var index = target.Count - 1; index >= start; index--)
        {
            if (target[index].Ended <= after)
            {
                target.RemoveAt(index);
            }
        }
    }

    private struct Entry
    {
        internal long Ended;
        internal long Duration;
        internal int OperationId;
        internal OperationOutcome Outcome;
    }
}
