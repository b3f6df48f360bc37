using System.Runtime.CompilerServices;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>Takes finished calls: plain stores into the thread's own cells, no lock and no interlocked instruction.</summary>
internal static class StatisticsRecorder
{
    /// <summary>How many recent calls are kept at least.</summary>
    internal const int RecentCalls = 10_000;

    private static readonly MetricArchive Archive = new(RecentCalls);
    private static readonly OwnerPool Pool = new(OwnerPool.DefaultCapacity, Archive);
    private static readonly StatisticsOwner Shared = new(Archive);
    private static readonly Lock SharedGate = new();

    [ThreadStatic]
    private static StatisticsOwner? t_owner;

    // Never read: its lifetime is the thread's.
    [ThreadStatic]
    private static OwnerLease? t_lease;

    internal static IEnumerable<StatisticsOwner> Owners => Pool.Snapshot().Append(Shared);

    internal static int ArchiveBytes => Archive.EstimatedBytes;

    /// <summary>The chunks of recent calls; one that is handed in meanwhile comes once.</summary>
    internal static IEnumerable<MetricChunk> RecentChunks => Owners.Select(static owner => owner.Recent).ToArray().Concat(Archive.Snapshot()).Distinct();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Succeed(int operationId, long duration, long ended)
    {
        var owner = t_owner;
        if (owner is not null)
        {
            var cells = owner.Cells;
            if ((uint)operationId < (uint)cells.Length && cells[operationId] is { } cell)
            {
                cell.Add(duration, ended);
                owner.Note(operationId, duration, ended, OperationOutcome.Succeeded);
                return;
            }
        }

        Record(new Measurement(operationId, duration, ended, OperationOutcome.Succeeded));
    }

    /// <summary>Whether the next call of this thread is one of those that are timed; the others can be counted at once. A thread that owns no cell times each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TakesSample(int operationId, int every, bool countsOthers)
    {
        if (CellOf(operationId) is not { } cell)
        {
            return true;
        }

        if (++cell.SinceSample < every)
        {
            cell.Untimed += countsOthers ? 1 : 0;
            return false;
        }

        cell.SinceSample = 0;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static StatisticsCell? CellOf(int operationId) =>
        t_owner is { Cells: var cells } && (uint)operationId < (uint)cells.Length ? cells[operationId] : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Record(in Measurement call)
    {
        if (Owner() is { } owner)
        {
            owner.Record(call);
            return;
        }

        lock (SharedGate)
        {
            Shared.Record(call);
        }
    }

    private static StatisticsOwner? Owner()
    {
        if (t_owner is { } known)
        {
            return known;
        }

        var owner = Pool.TryRent(out var lease);
        (t_owner, t_lease) = (owner, lease);
        return owner;
    }
}
