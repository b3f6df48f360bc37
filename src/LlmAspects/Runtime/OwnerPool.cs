using System.Collections.Concurrent;

namespace LlmAspects.Runtime;

/// <summary>Lends owners to threads. The number is capped; a dead thread's owner goes to the next thread with all its numbers.</summary>
internal sealed class OwnerPool(int capacity, MetricArchive archive)
{
    private readonly ConcurrentQueue<StatisticsOwner> _free = new();
    private readonly Lock _gate = new();
    private StatisticsOwner[] _all = [];

    /// <summary>Room for the thread pool and then some; threads beyond it share one locked owner.</summary>
    internal static int DefaultCapacity => 64 + (2 * Environment.ProcessorCount);

    internal StatisticsOwner[] Snapshot() => Volatile.Read(ref _all);

    internal StatisticsOwner? TryRent(out OwnerLease? lease)
    {
        if (!_free.TryDequeue(out var owner) && !TryCreate(out owner))
        {
            lease = null;
            return null;
        }

        lease = new OwnerLease(this, owner);
        return owner;
    }

    internal void Return(StatisticsOwner owner) => _free.Enqueue(owner);

    private bool TryCreate(out StatisticsOwner owner)
    {
        owner = null!;
        if (Volatile.Read(ref _all).Length >= capacity)
        {
            return false;
        }

        lock (_gate)
        {
            if (_all.Length >= capacity)
            {
                return false;
            }

            owner = new StatisticsOwner(archive);
            Volatile.Write(ref _all, [.. _all, owner]);
            return true;
        }
    }
}
