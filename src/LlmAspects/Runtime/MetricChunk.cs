using System.Runtime.CompilerServices;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>Some calls of one thread in their order. One writer; a reader drops what it copied when the chunk was given to another writer meanwhile.</summary>
internal sealed class MetricChunk
{
    internal const int Capacity = 256;

    private readonly Entry[] _entries = new Entry[Capacity];
    private int _count;
    private int _generation;

    internal static int EstimatedBytes => (Capacity * Unsafe.SizeOf<Entry>()) + 64;

    /// <summary>Adds a call, unless the chunk is full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAdd(int operationId, long duration, long ended, OperationOutcome outcome)
    {
        var (entries, count) = (_entries, _count);
        if ((uint)count >= (uint)entries.Length)
        {
            return false;
        }

        ref var entry = ref entries[count];
        entry.Ended = ended;
        entry.Duration = duration;
        entry.OperationId = operationId;
        entry.Outcome = outcome;
        Volatile.Write(ref _count, count + 1);
        return true;
    }

    /// <summary>Empties the chunk for its next writer.</summary>
    internal void Reuse()
    {
        // The count first: who reads the new generation must not read the old count. Then a full fence: who reads an entry of the next writer reads the new generation.
        Volatile.Write(ref _count, 0);
        Interlocked.Increment(ref _generation);
    }

    internal void CopyTo(List<Measurement> target, long after)
    {
        var start = target.Count;
        var generation = Volatile.Read(ref _generation);
        var count = Volatile.Read(ref _count);
        for (var index = 0; index < count; index++)
        {
            ref readonly var entry = ref _entries[index];
            if (entry.Ended > after)
            {
                target.Add(new Measurement(entry.OperationId, entry.Duration, entry.Ended, entry.Outcome));
            }
        }

        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _generation) != generation)
        {
            target.RemoveRange(start, target.Count - start);
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
