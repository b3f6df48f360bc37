using System.Diagnostics;
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
}
