using System.Diagnostics;
using System.Runtime.CompilerServices;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class StreamAbandonmentTests
{
    [Fact]
    public void DroppedStream_IsAbandonedAtAnUnknownTime()
    {
        var service = new EmittedService("abandoned");

        Drop(service, pulls: 1);
        Collect();

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.AbandonedCount, stats.SuccessCount, stats.DisposedEarlyCount).ShouldBe((1, 1, 0, 0));
        (stats.StreamCount, stats.ItemCount, stats.UntimedCount).ShouldBe((1, 1, 1));
        stats.MeanTimeToFirstItemMilliseconds.ShouldNotBeNull();
        stats.MeanTimeBetweenItemsMilliseconds.ShouldBeNull();
    }

    [Fact]
    public void DroppedSequence_IsAbandoned()
    {
        var service = new EmittedService("abandoned_sequence");

        DropSequence(service);
        Collect();

        Recorded.Stats(service.Source).AbandonedCount.ShouldBe(1);
    }

    [Fact]
    public void SpanOfADroppedStream_EndsWithTheLastPull()
    {
        var service = new EmittedService("abandoned_span");
        var stoppedBy = 0;
        using var spans = new SpanLog(service.Source, _ => stoppedBy = Environment.CurrentManagedThreadId);
        using var caller = new Activity("caller").Start();

        var started = Stopwatch.GetTimestamp();
        Drop(service, pulls: 2);
        var longest = Stopwatch.GetElapsedTime(started);
        Collect();
        spans.Stopped.ShouldBeEmpty();
        var stats = Recorded.Stats(service.Source);

        stoppedBy.ShouldBe(Environment.CurrentManagedThreadId);
        spans.Single.GetTagItem(TelemetryNames.Outcome).ShouldBe("abandoned");
        spans.Single.GetTagItem(TelemetryNames.ItemCount).ShouldBe(2L);
        spans.Single.Parent.ShouldBeSameAs(caller);
        spans.Single.Duration.ShouldBeLessThanOrEqualTo(longest);
        stats.MaxMilliseconds.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(longest.TotalMilliseconds);
        Activity.Current.ShouldBeSameAs(caller);
    }

    [Fact]
    public async Task NextStream_RecordsTheDroppedOne()
    {
        var service = new EmittedService("abandoned_next");
        using var spans = new SpanLog(service.Source);
        Drop(service, pulls: 1);
        Collect();

        await Streams.Read(new EmittedService("abandoned_other").Stream(() => Streams.Numbers(1)));

        spans.Single.GetTagItem(TelemetryNames.Outcome).ShouldBe("abandoned");
    }

    [Fact]
    public void Recorder_ShowsTheDroppedStream()
    {
        var service = new EmittedService("abandoned_recorder");
        using var recorder = new TraceRecorder();
        Drop(service, pulls: 1);
        Collect();

        recorder.GetTraces().ShouldHaveSingleItem().Outcome.ShouldBe(OperationOutcome.Abandoned);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 1)]
    public void StreamDroppedBeforeItsBeginOrAfterItsEnd_IsNotAbandoned(int pulls, int calls)
    {
        var service = new EmittedService($"abandoned_never_{pulls}");

        Drop(service, pulls);
        Collect();

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.SuccessCount, stats.AbandonedCount).ShouldBe((calls, calls, 0));
    }

    // A method of its own, so that no local keeps the enumerator alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(EmittedService service, int pulls)
    {
        var items = service.Stream(() => AsyncEnumerable.Range(0, 3)).GetAsyncEnumerator();
        for (var pull = 0; pull < pulls; pull++)
        {
            items.MoveNextAsync().AsTask().IsCompletedSuccessfully.ShouldBeTrue();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DropSequence(EmittedService service) =>
        service.Sequence(() => Enumerable.Range(0, 3).Where(number => number >= 0)).GetEnumerator().MoveNext().ShouldBeTrue();

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
