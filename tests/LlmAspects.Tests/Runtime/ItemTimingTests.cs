using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class ItemTimingTests
{
    [Fact]
    public async Task ListenerOfTheHistogram_GetsTheTimeOfEachItemAfterTheFirst()
    {
        var service = new EmittedService("item_times");
        var times = new List<double>();
        using var listener = Meters.Listen(service.Source, (_, value, _) => times.Add(value), TelemetryNames.TimePerItemMetric);

        await Streams.Read(service.Stream(() => Streams.Numbers(4)));

        times.Count.ShouldBe(3);
        var stats = Recorded.Stats(service.Source);
        stats.MaxTimeBetweenItemsMilliseconds.ShouldNotBeNull().ShouldBe(times.Max() * 1000, tolerance: 1e-6);
    }

    [Fact]
    public async Task ItemTiming_TimesItemsWithoutListener()
    {
        var operation = Operation.Create("item_times_always", "call", AspectKinds.TracePerformance, "item_times_always", new OperationOptions { ItemTiming = true });

        await Streams.Read(operation.Exit(Streams.Numbers(4)));

        Recorded.Stats("item_times_always").MaxTimeBetweenItemsMilliseconds.ShouldNotBeNull();
    }

    [Fact]
    public async Task WithoutListener_ItemsAreNotTimed()
    {
        var service = new EmittedService("item_times_none");

        await Streams.Read(service.Stream(() => Streams.Numbers(4)));

        var stats = Recorded.Stats(service.Source);
        stats.MaxTimeBetweenItemsMilliseconds.ShouldBeNull();
        stats.MeanTimeBetweenItemsMilliseconds.ShouldNotBeNull();
    }
}
