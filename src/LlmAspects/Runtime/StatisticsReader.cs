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

    /// <summary>The recent calls of all threads, the most recent first.</summary>
    internal List<Measurement> Recent()
    {
        AbandonedStreams.Record();
        var recent = new List<Measurement>();
        var after = Interlocked.Read(ref _clearedAt);
        foreach (var owner in StatisticsRecorder.Owners)
        {
            owner.Ring.CopyTo(recent, after);
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
        var bytes = 0L;
        foreach (var owner in StatisticsRecorder.Owners)
        {
            var cells = Volatile.Read(ref owner.Cells);
            bytes += MetricRing.EstimatedBytes + (8 * cells.Length) + cells.Sum(cell => cell?.EstimatedBytes ?? 0);
        }

        return bytes;
    }

    private static StatisticsTotals Sum(int operationId)
    {
        var totals = new StatisticsTotals();
        foreach (var owner in StatisticsRecorder.Owners)
        {
            var cells = Volatile.Read(ref owner.Cells);
            if (operationId < cells.Length && Volatile.Read(ref cells[operationId]) is { } cell)
            {
                totals.Add(cell);
            }
        }

        return totals;
    }
}
