namespace LlmAspects.Runtime;

/// <summary>What one thread writes: its cells, indexed by operation, and its ring of recent calls.</summary>
internal sealed class StatisticsOwner
{
    internal StatisticsCell?[] Cells = new StatisticsCell?[16];

    internal MetricRing Ring { get; } = new();

    internal void Record(in Measurement call)
    {
        CellOf(call.OperationId).Add(call);
        if (call.IsMeasured)
        {
            Ring.Add(call.OperationId, call.Duration, call.Ended, call.Outcome);
        }
    }

    private StatisticsCell CellOf(int id)
    {
        if (id >= Cells.Length)
        {
            var grown = new StatisticsCell?[Math.Max(id + 1, Cells.Length * 2)];
            Cells.CopyTo(grown, 0);
            Volatile.Write(ref Cells, grown);
        }

        if (Cells[id] is { } known)
        {
            return known;
        }

        var cell = new StatisticsCell();
        Volatile.Write(ref Cells[id], cell);
        return cell;
    }
}
