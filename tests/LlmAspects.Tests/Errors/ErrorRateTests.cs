using LlmAspects.Errors;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Errors;

public sealed class ErrorRateTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Rate_IsOverTheCallsOfTheComponent()
    {
        var service = new EmittedService("rated");
        Call(service, succeeding: 6, failing: 2);

        var rate = ErrorAggregator.Shared.GetErrorRate(Minute, "rated");

        rate.ShouldBe(new ErrorRate { Window = Minute, Calls = 8, Errors = 2 });
        rate.Rate.ShouldBe(0.25);
        ErrorAggregator.Shared.GetErrorRate(Minute, "rated", "call").ShouldBe(rate);
        ErrorAggregator.Shared.GetErrorRate(Minute).Calls.ShouldBeGreaterThanOrEqualTo(8);
    }

    [Fact]
    public void Cancelled_IsACallAndNoError()
    {
        var service = new EmittedService("rated_cancelled");
        Should.Throw<OperationCanceledException>(() => service.Call<int>(() => throw new OperationCanceledException()));

        ErrorAggregator.Shared.GetErrorRate(Minute, "rated_cancelled").Rate.ShouldBe(0);
    }

    [Fact]
    public void Clear_BeginsAnewWithinTheWindow()
    {
        var service = new EmittedService("rated_anew");
        Call(service, succeeding: 1, failing: 3);
        PerformanceTracer.Shared.Clear();
        Call(service, succeeding: 1, failing: 1);

        ErrorAggregator.Shared.GetErrorRate(Minute, "rated_anew").Rate.ShouldBe(0.5);
    }

    [Fact]
    public void MissingRate_SaysWhy()
    {
        _ = new EmittedService("rated_never");
        _ = new EmittedService("rated_unmeasured", AspectKinds.ErrorContext);

        Reason(ErrorAggregator.Shared, "rated_never").ShouldBe(ErrorRate.NoCalls);
        Reason(ErrorAggregator.Shared, "rated_unmeasured").ShouldBe(ErrorRate.NotMeasured);
        Reason(ErrorAggregator.Shared, "rated_unknown").ShouldBe(ErrorRate.NotMeasured);
        Reason(new ErrorAggregator(), "rated_never").ShouldBe(ErrorRate.NoOperations);

        static string? Reason(ErrorAggregator errors, string component)
        {
            var rate = errors.GetErrorRate(Minute, component);
            rate.Rate.ShouldBeNull();
            return rate.RateMissingReason;
        }
    }

    [Theory]
    [InlineData(9)]
    [InlineData(301)]
    public void WindowOutOfRange_IsRefused(int seconds) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ErrorAggregator.Shared.GetErrorRate(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Bounds_ArePinned() =>
        (ErrorAggregator.ShortestWindow, ErrorAggregator.LongestWindow).ShouldBe((TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5)));

    [Fact]
    public void ManyThreads_AreAddedUp()
    {
        var service = new EmittedService("rated_threads");
        var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() => Call(service, succeeding: 90, failing: 10))).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        ErrorAggregator.Shared.GetErrorRate(Minute, "rated_threads").ShouldBe(new ErrorRate { Window = Minute, Calls = 800, Errors = 80 });
    }

    private static void Call(EmittedService service, int succeeding, int failing)
    {
        for (var call = 0; call < succeeding; call++)
        {
            service.Call(() => 1);
        }

        for (var call = 0; call < failing; call++)
        {
            Should.Throw<FormatException>(() => service.Call<int>(() => throw new FormatException()));
        }
    }
}
