using System.Diagnostics;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Tracing;

/// <summary>Known durations, and the statistics that follow from them.</summary>
public sealed class StatsCalculatorTests
{
    [Fact]
    public void Durations_AreSummedUpInMilliseconds()
    {
        var operation = Measured("stats_durations");
        Record(operation, 1, 2, 9);

        var stats = Recorded.Stats("stats_durations");

        (stats.TotalMilliseconds, stats.MinMilliseconds, stats.MaxMilliseconds, stats.MeanMilliseconds).ShouldBe((12, 1, 9, 4));
        stats.P50Milliseconds.ShouldNotBeNull().ShouldBe(2, tolerance: 2 / 16.0);
        stats.Distribution.ShouldNotBeNull().Sum(static bucket => bucket.Count).ShouldBe(3);
        stats.Distribution.ShouldAllBe(static bucket => bucket.Count == 1 && bucket.FromMilliseconds < bucket.ToMilliseconds);
    }

    [Fact]
    public void ItemsOfStreams_HaveTimesOfTheirOwn()
    {
        var operation = Measured("stats_items");
        var ended = Stopwatch.GetTimestamp();
        foreach (var (duration, items, first, longest) in ((int, int, int, int)[])[(10, 4, 2, 5), (22, 8, 4, 3)])
        {
            StatisticsRecorder.Record(new Measurement(operation.Id, Ticks(duration), ended, OperationOutcome.Succeeded)
            {
                IsStream = true,
                Items = items,
                TimeToFirstItem = Ticks(first),
                LongestItem = Ticks(longest),
            });
        }

        var stats = Recorded.Stats("stats_items");

        (stats.StreamCount, stats.ItemCount).ShouldBe((2, 12));
        stats.MeanTimeToFirstItemMilliseconds.ShouldBe(3);
        stats.MeanTimeBetweenItemsMilliseconds.ShouldNotBeNull().ShouldBe(26 / 12.0, tolerance: 1e-9);
        stats.MaxTimeBetweenItemsMilliseconds.ShouldBe(5);
    }

    [Fact]
    public void RecentCalls_HaveTheirDurationOrNone()
    {
        var operation = Measured("stats_recent");
        Record(operation, 0, 7);
        StatisticsRecorder.Record(new Measurement(operation.Id, Measurement.Untimed, Stopwatch.GetTimestamp(), OperationOutcome.Succeeded));

        PerformanceTracer.Shared.GetRecentMetrics().Where(static call => call.Component == "stats_recent").Select(static call => call.DurationMilliseconds)
            .ShouldBe([null, 7.0, 0.0], ignoreOrder: true);
    }

    [Fact]
    public void ErrorsOfTheWindow_DoNotCountLongerThanItLasts()
    {
        var operation = Measured("stats_window");
        var now = Stopwatch.GetTimestamp();
        foreach (var seconds in (int[])[200, 190, 100, 90, 5, 1])
        {
            StatisticsRecorder.Record(new Measurement(operation.Id, 1, now - (seconds * Stopwatch.Frequency), OperationOutcome.Failed));
        }

        var rate = LlmAspects.Errors.ErrorAggregator.Shared.GetErrorRate(TimeSpan.FromSeconds(60), "stats_window");

        (rate.Calls, rate.Errors).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void RateAtEitherEnd_IsAllowed(double rate) => Should.NotThrow(() => PerformanceTracer.Shared.GetErrorProne(rate));

    private static OperationIdentity Measured(string component) => Operation.Create(component, "call", AspectKinds.TracePerformance, component).Identity;

    private static void Record(OperationIdentity operation, params ReadOnlySpan<int> milliseconds)
    {
        var ended = Stopwatch.GetTimestamp();
        foreach (var duration in milliseconds)
        {
            StatisticsRecorder.Record(new Measurement(operation.Id, Ticks(duration), ended, OperationOutcome.Succeeded));
        }
    }

    private static long Ticks(int milliseconds) => milliseconds * Stopwatch.Frequency / 1000;
}
