using System.Diagnostics;
using System.Diagnostics.Metrics;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class ThrowingListenerTests
{
    [Fact]
    public void ThrowingListener_NeverReachesTheCaller()
    {
        var service = new EmittedService("parent_throwing_listener");
        using var spans = new SpanLog(service.Source, _ => throw new InvalidProgramException("listener"));
        using var caller = new Activity("caller").Start();
        var faults = PerformanceTracer.InstrumentationFaults;

        service.Call(() => 1).ShouldBe(1);
        Should.Throw<FormatException>(() => service.Call<int>(() => throw new FormatException()));

        Activity.Current.ShouldBeSameAs(caller);
        PerformanceTracer.InstrumentationFaults.ShouldBe(faults + 2);
        PerformanceTracer.LastInstrumentationFault.ShouldBe("System.InvalidProgramException");
    }

    [Fact]
    public void ThrowingStartListener_LeavesTheCallUntraced()
    {
        var service = new EmittedService("parent_throwing_start");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "parent_throwing_start",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ => throw new InvalidProgramException(),
        };
        ActivitySource.AddActivityListener(listener);
        using var caller = new Activity("caller").Start();

        service.Call(() => Activity.Current).ShouldBeSameAs(caller);

        Activity.Current.ShouldBeSameAs(caller);
        Recorded.Stats(service.Source).SuccessCount.ShouldBe(1);
    }

    [Fact]
    public void ThrowingStartListener_LeavesNoSpanRunning()
    {
        var service = new EmittedService("parent_throwing_orphan");
        using var spans = new SpanLog(service.Source);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "parent_throwing_orphan",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ => throw new InvalidProgramException(),
        };
        ActivitySource.AddActivityListener(listener);

        service.Call(() => 1);

        spans.Single.IsStopped.ShouldBeTrue();
    }

    [Fact]
    public void ListenerThatThrowsAtANewSource_LeavesItUntraced()
    {
        const string Source = "throwing_new_source";
        using var listener = new ActivityListener { ShouldListenTo = source => source.Name == Source ? throw new InvalidProgramException() : false };
        ActivitySource.AddActivityListener(listener);
        var service = new EmittedService(Source);
        var faults = PerformanceTracer.InstrumentationFaults;

        service.Call(() => 1).ShouldBe(1);
        service.Call(() => 2).ShouldBe(2);

        Recorded.Stats(Source).SuccessCount.ShouldBe(2);
        PerformanceTracer.InstrumentationFaults.ShouldBe(faults + 1);
    }

    [Fact]
    public async Task ListenerThatThrowsAtNewInstruments_LeavesThemSilent()
    {
        const string Source = "throwing_new_meter";
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == Source)
                {
                    throw new InvalidProgramException();
                }
            },
        };
        listener.Start();
        var service = new EmittedService(Source);
        var faults = PerformanceTracer.InstrumentationFaults;

        service.Call(() => 1).ShouldBe(1);
        await service.CallAsync(async () => await Task.Yield());
        Should.Throw<FormatException>(() => service.Call<int>(() => throw new FormatException()));

        var stats = Recorded.Stats(Source);
        (stats.SuccessCount, stats.ErrorCount).ShouldBe((2, 1));
        Recorded.Errors(Source).ShouldHaveSingleItem();
        PerformanceTracer.InstrumentationFaults.ShouldBe(faults + 1);
    }

    [Fact]
    public void ThrowingCurrentChangedHandler_NeverReachesTheCaller()
    {
        var service = new EmittedService("throwing_current");
        using var spans = new SpanLog(service.Source);
        EventHandler<ActivityChangedEventArgs> handler = (_, _) => throw new InvalidProgramException();

        Activity.CurrentChanged += handler;
        try
        {
            service.Call(() => 1).ShouldBe(1);
            Record.Exception(() => service.Call<int>(() => throw new FormatException())).ShouldBeOfType<FormatException>();
        }
        finally
        {
            Activity.CurrentChanged -= handler;
        }

        Activity.Current.ShouldBeNull();
        var stats = Recorded.Stats(service.Source);
        (stats.SuccessCount, stats.ErrorCount).ShouldBe((1, 1));
    }
}
