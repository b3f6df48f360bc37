using System.Diagnostics;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Tracing;

public sealed class PerformanceTracerTests
{
    public PerformanceTracerTests() => PerformanceTracer.Shared.Clear();

    [Fact]
    public void Slowest_AreOrderedByMean()
    {
        Call("slow", seconds: 30);
        Call("slower", seconds: 60);
        Call("quick", seconds: 0);

        PerformanceTracer.Shared.GetSlowest(2).Select(stats => stats.Operation).ShouldBe(["slower", "slow"]);
        PerformanceTracer.Shared.GetSlowest().Count.ShouldBe(3);
    }

    [Fact]
    public void ErrorProne_StartsAtOnePercent()
    {
        PerformanceTracer.DefaultErrorProneRate.ShouldBe(0.01);
        Fail("bad", calls: 1);
        Fail("worrying", calls: 100);
        Fail("fine", calls: 101);
        Call("flawless", seconds: 0);

        PerformanceTracer.Shared.GetErrorProne().Select(stats => stats.Operation).ShouldBe(["bad", "worrying"]);
        PerformanceTracer.Shared.GetErrorProne(0).Select(stats => stats.Operation).ShouldBe(["bad", "worrying", "fine"]);
    }

    [Fact]
    public void Stats_AreOrderedAndWithoutIdleOperations()
    {
        Operation.Create("tracer", "idle", AspectKinds.TracePerformance);
        Call("second", seconds: 0);
        Call("first", seconds: 0);

        PerformanceTracer.Shared.GetStats().Select(stats => stats.Operation).ShouldBe(["first", "second"]);
        PerformanceTracer.Shared.GetStats("tracer", "idle").ShouldNotBeNull().DurationMissingReason.ShouldBe(PerformanceStats.NoTimedCall);
        PerformanceTracer.Shared.GetStats("tracer", "unknown").ShouldBeNull();
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void RateOutOfRange_IsRefused(double rate) => Should.Throw<ArgumentOutOfRangeException>(() => PerformanceTracer.Shared.GetErrorProne(rate));

    [Fact]
    public void NegativeMaximum_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PerformanceTracer.Shared.GetSlowest(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => PerformanceTracer.Shared.GetRecentMetrics(-1));
    }

    private static Operation Named(string name) => Operation.Create("tracer", name, AspectKinds.TracePerformance);

    private static void Call(string name, int seconds) => Named(name).Exit(Stopwatch.GetTimestamp() - (seconds * Stopwatch.Frequency), null);

    private static void Fail(string name, int calls)
    {
        Named(name).Observe(new FormatException(), Stopwatch.GetTimestamp(), null);
        for (var call = 1; call < calls; call++)
        {
            Call(name, seconds: 0);
        }
    }
}
