using System.Runtime.CompilerServices;
using LlmAspects.Tracing;

namespace LlmAspects.Runtime;

/// <summary>The numbers of one operation on one thread. One writer, plain stores; readers add the cells of all threads up.</summary>
internal sealed class StatisticsCell
{
    private const int FirstBuckets = 64;

    /// <summary>Raised by a clear: minima and maxima of an older epoch no longer count.</summary>
    internal static int CurrentEpoch;

    internal uint[] Buckets = new uint[FirstBuckets];
    internal uint[]? Wraps;
    internal int Epoch;
    internal CallWindow Window = new();
    internal long WindowTurn;

    /// <summary>The calls of a sampled operation since the last timed one, which is at first the one that made the cell.</summary>
    internal int SinceSample;

    internal long Min = long.MaxValue;
    internal long Max;
    internal long Total;
    internal long Untimed;
    internal long Errors;
    internal long UnmeasuredErrors;
    internal long Cancelled;
    internal long DisposedEarly;
    internal long Expected;
    internal long Abandoned;
    internal long Streams;
    internal long Items;
    internal long BetweenItems;
    internal long BetweenTotal;
    internal long LongestItem = Measurement.Untimed;
    internal long FirstItems;
    internal long FirstItemTotal;

    internal StatisticsCell() => Epoch = CurrentEpoch;

    internal int EstimatedBytes => 224 + CallWindow.EstimatedBytes + (4 * Buckets.Length) + (4 * (Wraps?.Length ?? 0));

    /// <summary>The calls so far; on another thread than the cell's own a moment's truth.</summary>
    internal long Calls
    {
        get
        {
            var calls = Volatile.Read(ref Untimed);
            foreach (ref var bucket in Volatile.Read(ref Buckets).AsSpan())
            {
                calls += Volatile.Read(ref bucket);
            }

            foreach (ref var wraps in Volatile.Read(ref Wraps).AsSpan())
            {
                calls += (long)Volatile.Read(ref wraps) << 32;
            }

            return calls;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(long duration, long ended)
    {
        if (ended >= WindowTurn)
        {
            TurnWindow(ended);
        }

        if (Epoch != CurrentEpoch)
        {
            BeginEpoch();
        }

        Total += duration;
        if (duration < Min)
        {
            Min = duration;
        }

        if (duration > Max)
        {
            Max = duration;
        }

        var index = LatencyBuckets.IndexOf(duration);
        var buckets = Buckets;
        if ((uint)index >= (uint)buckets.Length || ++buckets[index] == 0)
        {
            GrowOrWrap(index);
        }
    }

    internal void Add(in Measurement call)
    {
        if (!call.IsMeasured)
        {
            UnmeasuredErrors += call.Outcome == OperationOutcome.Failed ? 1 : 0;
            return;
        }

        if (call.Duration >= 0)
        {
            Add(call.Duration, call.Ended);
        }
        else
        {
            AddUntimed(call);
        }

        AddOutcome(call.Outcome);
        if (call.IsStream)
        {
            AddStream(call);
        }
    }

    private void AddUntimed(in Measurement call)
    {
        if (call.Ended >= WindowTurn)
        {
            TurnWindow(call.Ended);
        }

        Untimed += call.IsCounted ? 0 : 1;
    }

    private void AddOutcome(OperationOutcome outcome)
    {
        switch (outcome)
        {
            case OperationOutcome.Failed:
                Errors++;
                break;
            case OperationOutcome.Cancelled:
                Cancelled++;
                break;
            case OperationOutcome.DisposedEarly:
                DisposedEarly++;
                break;
            case OperationOutcome.Expected:
                Expected++;
                break;
            case OperationOutcome.Abandoned:
                Abandoned++;
                break;
        }
    }

    private void AddStream(in Measurement call)
    {
        if (Epoch != CurrentEpoch)
        {
            BeginEpoch();
        }

        Streams++;
        if (call.Items == 0)
        {
            return;
        }

        Items += call.Items;
        FirstItems++;
        FirstItemTotal += call.TimeToFirstItem;
        LongestItem = Math.Max(LongestItem, call.LongestItem);

        // When an abandoned stream ended is not always known.
        if (call.Duration >= 0)
        {
            BetweenItems += call.Items;
            BetweenTotal += call.Duration - call.TimeToFirstItem;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TurnWindow(long ended) => WindowTurn = Window.Turn(ended, Calls, Errors);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BeginEpoch()
    {
        Min = long.MaxValue;
        Max = 0;
        LongestItem = Measurement.Untimed;
        Epoch = CurrentEpoch;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GrowOrWrap(int index)
    {
        if (index < Buckets.Length)
        {
            // A bucket of 32 bits went round; the rare second array keeps what it lost.
            (Wraps ??= new uint[LatencyBuckets.Count])[index]++;
            return;
        }

        var grown = new uint[Math.Min(LatencyBuckets.Count, (index + 32) & ~15)];
        Buckets.CopyTo(grown, 0);
        grown[index]++;
        Volatile.Write(ref Buckets, grown);
    }
}
