using System.Diagnostics;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class StreamCallTests
{
    [Fact]
    public async Task CompleteStream_IsOneCallWithItsItems()
    {
        var service = new EmittedService("stream_complete");
        using var spans = new SpanLog(service.Source);

        (await Streams.Read(service.Stream(() => Streams.Numbers(3)))).ShouldBe([0, 1, 2]);

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.SuccessCount, stats.StreamCount, stats.ItemCount).ShouldBe((1, 1, 1, 3));
        stats.MeanTimeToFirstItemMilliseconds.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(stats.MaxMilliseconds!.Value);
        stats.MeanTimeBetweenItemsMilliseconds.ShouldNotBeNull();
        spans.Single.GetTagItem(TelemetryNames.ItemCount).ShouldBe(3L);
    }

    [Fact]
    public async Task UnpulledStream_IsNoCall()
    {
        var service = new EmittedService("stream_unpulled");
        using var spans = new SpanLog(service.Source);

        var enumerator = service.Stream(() => Streams.Numbers(3)).GetAsyncEnumerator();
        await enumerator.DisposeAsync();

        Recorded.Stats(service.Source).Count.ShouldBe(0);
        spans.Stopped.ShouldBeEmpty();
    }

    [Fact]
    public async Task EmptyStream_HasNoTimeToFirstItem()
    {
        var service = new EmittedService("stream_empty");

        (await Streams.Read(service.Stream(() => Streams.Numbers(0)))).ShouldBeEmpty();

        var stats = Recorded.Stats(service.Source);
        (stats.StreamCount, stats.ItemCount).ShouldBe((1, 0));
        stats.MeanTimeToFirstItemMilliseconds.ShouldBeNull();
        stats.MeanTimeBetweenItemsMilliseconds.ShouldBeNull();
    }

    [Fact]
    public async Task EarlyDispose_IsItsOwnOutcomeAndRunsTheProducersFinallyInsideTheSpan()
    {
        var service = new EmittedService("stream_disposed");
        using var spans = new SpanLog(service.Source);
        Activity? inFinally = null;

        await foreach (var number in service.Stream(() => Producer()))
        {
            number.ShouldBe(1);
            break;
        }

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.SuccessCount, stats.DisposedEarlyCount, stats.ErrorCount).ShouldBe((1, 0, 1, 0));
        spans.Single.GetTagItem(TelemetryNames.Outcome).ShouldBe("disposed_early");
        inFinally.ShouldBeSameAs(spans.Single);
        Activity.Current.ShouldBeNull();

        async IAsyncEnumerable<int> Producer()
        {
            try
            {
                await Task.Yield();
                yield return 1;
                yield return 2;
            }
            finally
            {
                await Task.Yield();
                inFinally = Activity.Current;
            }
        }
    }

    [Fact]
    public async Task Span_IsCurrentInTheProducerOnEveryPullAndNeverInTheConsumer()
    {
        var service = new EmittedService("stream_current");
        using var spans = new SpanLog(service.Source);
        using var caller = new Activity("caller").Start();
        var inside = new List<Activity?>();
        var outside = new List<Activity?>();

        await foreach (var _ in service.Stream(() => Producer()))
        {
            outside.Add(Activity.Current);
        }

        Activity.Current.ShouldBeSameAs(caller);
        inside.Count.ShouldBe(5);
        inside.ShouldAllBe(activity => ReferenceEquals(activity, spans.Single));
        outside.ShouldAllBe(activity => ReferenceEquals(activity, caller));
        spans.Single.Parent.ShouldBeSameAs(caller);
        spans.CurrentAtStop[0].ShouldBeSameAs(spans.Single);

        async IAsyncEnumerable<int> Producer()
        {
            inside.Add(Activity.Current);
            yield return 1;
            inside.Add(Activity.Current);
            await Task.Yield();
            inside.Add(Activity.Current);
            yield return 2;
            inside.Add(Activity.Current);
            yield return 3;
            inside.Add(Activity.Current);
        }
    }

    [Fact]
    public async Task SecondEnumeration_IsASecondCall()
    {
        var service = new EmittedService("stream_twice");
        var stream = service.Stream(() => Streams.Numbers(2));

        (await Streams.Read(stream)).ShouldBe([0, 1]);
        (await Streams.Read(stream)).ShouldBe([0, 1]);

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.ItemCount).ShouldBe((2, 4));
    }

    [Fact]
    public void NullStream_StaysNull() => new EmittedService("stream_null").Stream<int>(() => null!).ShouldBeNull();

    [Fact]
    public async Task Items_AreNotBuffered()
    {
        var service = new EmittedService("stream_unbuffered");
        var produced = 0;

        await foreach (var number in service.Stream(() => Producer()))
        {
            produced.ShouldBe(number);
        }

        produced.ShouldBe(3);

        async IAsyncEnumerable<int> Producer()
        {
            while (produced < 3)
            {
                await Task.Yield();
                yield return ++produced;
            }
        }
    }
}
