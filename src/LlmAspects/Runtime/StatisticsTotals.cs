namespace LlmAspects.Runtime;

/// <summary>The numbers of one operation over all threads, since the last clear.</summary>
internal sealed class StatisticsTotals
{
    internal long[] Buckets { get; } = new long[LatencyBuckets.Count];

    internal long Total { get; private set; }

    internal long Untimed { get; private set; }

    internal long Errors { get; private set; }

    internal long UnmeasuredErrors { get; private set; }

    internal long Cancelled { get; private set; }

    internal long DisposedEarly { get; private set; }

    internal long Expected { get; private set; }

    internal long Abandoned { get; private set; }

    internal long Streams { get; private set; }

    internal long Items { get; private set; }

    /// <summary>The items of the streams whose end is known, and the time from the first of them on.</summary>
    internal long BetweenItems { get; private set; }

    internal long BetweenTotal { get; private set; }

    /// <summary>Below zero while no item was timed by itself in the present epoch.</summary>
    internal long LongestItem { get; private set; } = Measurement.Untimed;

    internal long FirstItems { get; private set; }

    internal long FirstItemTotal { get; private set; }

    /// <summary>The extremes of the present epoch; <see cref="Min"/> is above <see cref="Max"/> when there was no call.</summary>
    internal long Min { get; private set; } = long.MaxValue;

    internal long Max { get; private set; } = -1;

    internal long Timed => Buckets.Sum();

    internal void Add(StatisticsCell cell)
    {
        Total += Volatile.Read(ref cell.Total);
        Untimed += Volatile.Read(ref cell.Untimed);
        Errors += Volatile.Read(ref cell.Errors);
        UnmeasuredErrors += Volatile.Read(ref cell.UnmeasuredErrors);
        Cancelled += Volatile.Read(ref cell.Cancelled);
        DisposedEarly += Volatile.Read(ref cell.DisposedEarly);
        Expected += Volatile.Read(ref cell.Expected);
        Abandoned += Volatile.Read(ref cell.Abandoned);
        Streams += Volatile.Read(ref cell.Streams);
        Items += Volatile.Read(ref cell.Items);
        BetweenItems += Volatile.Read(ref cell.BetweenItems);
        BetweenTotal += Volatile.Read(ref cell.BetweenTotal);
        FirstItems += Volatile.Read(ref cell.FirstItems);
        FirstItemTotal += Volatile.Read(ref cell.FirstItemTotal);
        AddBuckets(cell);
        if (cell.Epoch != Volatile.Read(ref StatisticsCell.CurrentEpoch))
        {
            return;
        }

        LongestItem = Math.Max(LongestItem, Volatile.Read(ref cell.LongestItem));
        if (Volatile.Read(ref cell.Min) != long.MaxValue)
        {
            Min = Math.Min(Min, Volatile.Read(ref cell.Min));
            Max = Math.Max(Max, Volatile.Read(ref cell.Max));
        }
    }

    internal void Subtract(StatisticsTotals baseline)
    {
        Total -= baseline.Total;
        Untimed -= baseline.Untimed;
        Errors -= baseline.Errors;
        UnmeasuredErrors -= baseline.UnmeasuredErrors;
        Cancelled -= baseline.Cancelled;
        DisposedEarly -= baseline.DisposedEarly;
        Expected -= baseline.Expected;
        Abandoned -= baseline.Abandoned;
        Streams -= baseline.Streams;
        Items -= baseline.Items;
        BetweenItems -= baseline.BetweenItems;
        BetweenTotal -= baseline.BetweenTotal;
        FirstItems -= baseline.FirstItems;
        FirstItemTotal -= baseline.FirstItemTotal;
        for (var index = 0; index < Buckets.Length; index++)
        {
            Buckets[index] -= baseline.Buckets[index];
        }
    }

    /// <summary>The nearest-rank quantile in ticks: the middle of its bucket, within the extremes. Only for at least one timed call.</summary>
    internal double Quantile(double quantile)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(quantile * Timed));
        var index = 0;
        for (var seen = Buckets[0]; seen < rank; seen += Buckets[index])
        {
            index++;
        }

        var middle = (LatencyBuckets.LowerBound(index) + (double)LatencyBuckets.UpperBound(index)) / 2;
        return Min > Max ? middle : Math.Clamp(middle, Min, Max);
    }

    private void AddBuckets(StatisticsCell cell)
    {
        var buckets = Volatile.Read(ref cell.Buckets);
        for (var index = 0; index < buckets.Length; index++)
        {
            Buckets[index] += Volatile.Read(ref buckets[index]);
        }

        if (Volatile.Read(ref cell.Wraps) is { } wraps)
        {
            for (var index = 0; index < wraps.Length; index++)
            {
                Buckets[index] += (long)wraps[index] << 32;
            }
        }
    }
}
