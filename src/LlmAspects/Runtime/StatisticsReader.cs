using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>Adds the cells of all threads up. A clear moves a baseline; it never writes into a cell, which belongs to its thread.</summary>
internal sealed class StatisticsReader
{
    private readonly Lock _gate = new();
    private StatisticsTotals?[] _baselines = [];
    private long _clearedAt;

    internal StatisticsTotals Read(int operationId)
    {
        AbandonedStreams.Record();
        lock (_gate)
        {
            var totals = Sum(operationId);
            if (operationId < _baselines.Length && _baselines[operationId] is { } baseline)
            {
                totals.Subtract(baseline);
            }

            return totals;
        }
    }

    /// <summary>The calls and the errors of an operation since a time, and since the last clear.</summary>
    internal (long Calls, long Errors) ReadSince(int operationId, long since)
    {
        var (calls, errors) = (0L, 0L);
        foreach (var cell in CellsOf(operationId))
        {
            if (cell.Window.Before(since) is { } before)
            {
                calls += cell.Calls - before.Calls;
                errors += Volatile.Read(ref cell.Errors) - before.Errors;
            }
        }

        var all = Read(operationId);
        return (Math.Min(calls, all.Timed + all.Untimed), Math.Min(errors, all.Errors));
    }

    /// <summary>The recent calls of all threads, the most recent first.</summary>
    internal List<Measurement> Recent()
    {
        AbandonedStreams.Record();
        var recent = new List<Measurement>();
        var after = Interlocked.Read(ref _clearedAt);
        foreach (var chunk in StatisticsRecorder.RecentChunks)
        {
            chunk.CopyTo(recent, after);
        }

        recent.Sort(static (a, b) => b.Ended.CompareTo(a.Ended));
        return recent;
    }

    internal void Clear()
    {
        AbandonedStreams.Record();
        lock (_gate)
        {
            // The epoch first: a call that lands in between may still set an extreme, but no call is left without one.
            Interlocked.Increment(ref StatisticsCell.CurrentEpoch);
            _baselines = [.. OperationRegistry.Snapshot().Select(operation => Sum(operation.Id))];
            Interlocked.Exchange(ref _clearedAt, Stopwatch.GetTimestamp());
        }
    }

    internal static long EstimateBytes()
    {
        var bytes = (long)StatisticsRecorder.ArchiveBytes;
        foreach (var owner in StatisticsRecorder.Owners)
        {
            var cells = Volatile.Read(ref owner.Cells);
            bytes += MetricChunk.EstimatedBytes + (8 * cells.Length) + cells.Sum(cell => cell?.EstimatedBytes ?? 0);
        }

        return bytes;
    }

    private static StatisticsTotals Sum(int operationId)
    {
        var totals = new StatisticsTotals();
        foreach (var cell in CellsOf(operationId))
        {
            totals.Add(cell);
        }

        return totals;
    }

    private static IEnumerable<StatisticsCell> CellsOf(int operationId)
    {
        foreach (var owner in StatisticsRecorder.Owners)
        {
            var cells = Volatile.Read(ref owner.Cells);
            if (operationId < cells.Length && Volatile.Read(ref cells[operationId]) is { } cell)
            {
                yield return cell;
            }
        }
    }
}
