using System.Diagnostics;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class RecentMetricsTests
{
    [Fact]
    public void LastTenThousandCallsOfOneThread_AreKept()
    {
        PerformanceTracer.RecentCapacity.ShouldBe(10_000);
        var operation = Operation.Create("recent", "call", AspectKinds.TracePerformance, "recent");
        for (var call = 0; call < 30_000; call++)
        {
            operation.Exit(Stopwatch.GetTimestamp(), null);
        }

        operation.Observe(new FormatException(), Stopwatch.GetTimestamp(), null);

        var recent = PerformanceTracer.Shared.GetRecentMetrics().Where(metric => metric.Component == "recent").ToList();
        recent.Count.ShouldBeInRange(10_000, 10_000 + (2 * MetricChunk.Capacity));
        recent[0].Outcome.ShouldBe(OperationOutcome.Failed);
        recent.Skip(1).ShouldAllBe(metric => metric.Outcome == OperationOutcome.Succeeded);
        recent.Select(metric => metric.Timestamp).ShouldBe(recent.Select(metric => metric.Timestamp).OrderDescending());
        PerformanceTracer.Shared.GetRecentMetrics(3).Count.ShouldBe(3);
    }

    [Fact]
    public void CallsOfManyThreads_AreMerged()
    {
        var operation = Operation.Create("recent_threads", "call", AspectKinds.TracePerformance, "recent_threads");
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (var call = 0; call < 1000; call++)
            {
                operation.Exit(Stopwatch.GetTimestamp(), null);
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        PerformanceTracer.Shared.GetRecentMetrics().Count(metric => metric.Component == "recent_threads").ShouldBe(4000);
    }

    [Fact]
    public void ReadingDuringWrites_YieldsWholeEntriesOnly()
    {
        var archive = new MetricArchive(calls: 2 * MetricChunk.Capacity);
        using var stop = new CancellationTokenSource();
        var writer = new Thread(() =>
        {
            var owner = new StatisticsOwner(archive);
            for (var number = 1; !stop.IsCancellationRequested; number++)
            {
                owner.Note(number, number, number, OperationOutcome.Succeeded);
            }
        });
        writer.Start();
        var (torn, read) = (0, 0);
        for (var round = 0; round < 300; round++)
        {
            var copy = new List<Measurement>();
            Array.ForEach(archive.Snapshot(), chunk => chunk.CopyTo(copy, after: 0));
            torn += copy.Count(entry => entry.Duration != entry.Ended || entry.OperationId != entry.Ended);
            read += copy.Count;
        }

        stop.Cancel();
        writer.Join();
        torn.ShouldBe(0);
        read.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void OldCalls_AreLeftOut()
    {
        var chunk = new MetricChunk();
        chunk.TryAdd(1, 1, ended: 10, OperationOutcome.Succeeded);
        chunk.TryAdd(1, 1, ended: 11, OperationOutcome.Succeeded);
        var copy = new List<Measurement>();

        chunk.CopyTo(copy, after: 10);

        copy.ShouldHaveSingleItem().Ended.ShouldBe(11);
    }

    [Fact]
    public void FullChunk_TakesNothingMoreUntilItIsReused()
    {
        var chunk = new MetricChunk();
        for (var call = 0; call < MetricChunk.Capacity; call++)
        {
            chunk.TryAdd(1, 1, ended: 1, OperationOutcome.Succeeded).ShouldBeTrue();
        }

        chunk.TryAdd(1, 1, ended: 1, OperationOutcome.Succeeded).ShouldBeFalse();
        chunk.Reuse();

        var copy = new List<Measurement>();
        chunk.CopyTo(copy, after: 0);
        copy.ShouldBeEmpty();
        chunk.TryAdd(1, 1, ended: 1, OperationOutcome.Succeeded).ShouldBeTrue();
    }
}
