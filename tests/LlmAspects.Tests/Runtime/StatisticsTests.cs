using System.Diagnostics;
using CsCheck;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class StatisticsTests
{
    [Fact]
    public void EightThreads_AreCountedExactly()
    {
        var operation = Operation.Create("statistics_threads", "call", AspectKinds.TracePerformance, "statistics_threads");
        var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            for (var call = 0; call < 100_000; call++)
            {
                operation.Exit(Stopwatch.GetTimestamp(), null);
            }
        })).ToArray();

        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Recorded.Stats("statistics_threads").Count.ShouldBe(800_000);
    }

    [Fact]
    public void ThreadsBeyondTheCap_ShareAnOwnerWithoutLosingCalls()
    {
        const int CallsEach = 500;
        var operation = Operation.Create("statistics_crowd", "call", AspectKinds.TracePerformance, "statistics_crowd");
        var crowd = OwnerPool.DefaultCapacity + 16;
        using var everybodyIsThere = new Barrier(crowd);
        var threads = Enumerable.Range(0, crowd).Select(_ => new Thread(() =>
        {
            operation.Exit(Stopwatch.GetTimestamp(), null);
            everybodyIsThere.SignalAndWait();
            for (var call = 1; call < CallsEach; call++)
            {
                operation.Exit(Stopwatch.GetTimestamp(), null);
            }
        })).ToArray();

        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Recorded.Stats("statistics_crowd").Count.ShouldBe(crowd * CallsEach);
        StatisticsRecorder.Owners.Count().ShouldBe(OwnerPool.DefaultCapacity + 1);
    }

    [Fact]
    public void Percentiles_LieWithinABucketOfTheTruth() => Gen.Long[0, 10_000_000_000].Array[1, 200].Sample(durations =>
    {
        var totals = Totals(durations);
        Array.Sort(durations);
        foreach (var quantile in (double[])[0.5, 0.95, 0.99])
        {
            var truth = durations[Math.Max(0, (int)Math.Ceiling(quantile * durations.Length) - 1)];
            Math.Abs(totals.Quantile(quantile) - truth).ShouldBeLessThanOrEqualTo(Math.Max(1, truth * 0.125));
        }

        (totals.Timed, totals.Min, totals.Max, totals.Total).ShouldBe((durations.Length, durations[0], durations[^1], durations.Sum()));
    });

    [Fact]
    public void FullBucket_WrapsWithoutLosingCalls()
    {
        var cell = new StatisticsCell();
        cell.Add(5, ended: 0);
        cell.Buckets[LatencyBuckets.IndexOf(5)] = uint.MaxValue;

        cell.Add(5, ended: 0);

        var totals = new StatisticsTotals();
        totals.Add(cell);
        totals.Timed.ShouldBe(1L << 32);
    }

    [Fact]
    public void Clear_StartsAnewWithNewExtremes()
    {
        var operation = Operation.Create("statistics_cleared", "call", AspectKinds.TracePerformance, "statistics_cleared");
        operation.Exit(Stopwatch.GetTimestamp() - (3600 * Stopwatch.Frequency), null);
        Recorded.Stats("statistics_cleared").MaxMilliseconds!.Value.ShouldBeGreaterThanOrEqualTo(3_600_000);

        PerformanceTracer.Shared.Clear();
        Recorded.Stats("statistics_cleared").Count.ShouldBe(0);
        PerformanceTracer.Shared.GetRecentMetrics().ShouldBeEmpty();
        operation.Exit(Stopwatch.GetTimestamp() - Stopwatch.Frequency, null);

        var stats = Recorded.Stats("statistics_cleared");
        stats.Count.ShouldBe(1);
        stats.MaxMilliseconds!.Value.ShouldBeInRange(1_000, 600_000);
        stats.MinMilliseconds.ShouldBe(stats.MaxMilliseconds);
        stats.TotalMilliseconds!.Value.ShouldBe(stats.MaxMilliseconds.Value, 0.001);
    }

    [Fact]
    public void FailureThatStraddlesAClear_LeavesNoNegativeCount()
    {
        var operation = Operation.Create("statistics_straddled", "call", AspectKinds.TracePerformance);
        var cell = new StatisticsCell();
        cell.Errors++;
        var totals = new StatisticsTotals();
        totals.Add(cell);

        var stats = StatsCalculator.Calculate(operation.Identity, totals);

        (stats.Count, stats.ErrorCount, stats.SuccessCount).ShouldBe((0, 1, 0));
    }

    [Fact]
    public void Owners_AreCappedAndHandedOn()
    {
        var pool = new OwnerPool(capacity: 2, new MetricArchive(1));
        var first = pool.TryRent(out var firstLease).ShouldNotBeNull();
        pool.TryRent(out var secondLease).ShouldNotBeNull();

        pool.TryRent(out var none).ShouldBeNull();
        none.ShouldBeNull();
        pool.Return(first);

        pool.TryRent(out var again).ShouldBeSameAs(first);
        pool.Snapshot().Length.ShouldBe(2);
        GC.KeepAlive((firstLease, secondLease, again));
    }

    [Fact]
    public void DeadThread_LeavesItsOwnerToTheNext()
    {
        var pool = new OwnerPool(capacity: 1, new MetricArchive(1));
        var owner = RentAndForget(pool);

        StatisticsOwner? next = null;
        for (var attempt = 0; attempt < 100 && next is null; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            next = pool.TryRent(out _);
        }

        next.ShouldBeSameAs(owner);
    }

    [Fact]
    public void Memory_IsReportedAndBoundedPerThread()
    {
        PerformanceTracer.EstimatedMemoryBytes.ShouldBeInRange(1, 64L << 20);
    }

    private static StatisticsTotals Totals(long[] durations)
    {
        var cell = new StatisticsCell();
        Array.ForEach(durations, duration => cell.Add(duration, ended: 0));
        var totals = new StatisticsTotals();
        totals.Add(cell);
        return totals;
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static StatisticsOwner RentAndForget(OwnerPool pool)
    {
        StatisticsOwner? owner = null;
        var thread = new Thread(() => owner = pool.TryRent(out _));
        thread.Start();
        thread.Join();
        return owner.ShouldNotBeNull();
    }
}
