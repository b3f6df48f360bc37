using System.Runtime.CompilerServices;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>What one thread writes: its cells, indexed by operation, and its recent calls.</summary>
internal sealed class StatisticsOwner(MetricArchive archive)
{
    internal StatisticsCell?[] Cells = new StatisticsCell?[16];

    private MetricChunk _recent = new();

    internal MetricChunk Recent => Volatile.Read(ref _recent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Note(int operationId, long duration, long ended, OperationOutcome outcome)
    {
        if (!_recent.TryAdd(operationId, duration, ended, outcome))
        {
            NoteInNextChunk(operationId, duration, ended, outcome);
        }
    }

    internal void Record(in Measurement call)
    {
        CellOf(call.OperationId).Add(call);
        if (call.IsMeasured)
        {
            Note(call.OperationId, call.Duration, call.Ended, call.Outcome);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NoteInNextChunk(int operationId, long duration, long ended, OperationOutcome outcome)
    {
        Volatile.Write(ref _recent, archive.Exchange(_recent));
        _recent.TryAdd(operationId, duration, ended, outcome);
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
