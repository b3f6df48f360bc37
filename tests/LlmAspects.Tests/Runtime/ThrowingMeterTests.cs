using System.Diagnostics;
using System.Diagnostics.Metrics;
using LlmAspects.Resilience;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

/// <summary>A listener to metrics that throws costs its own measurement, is counted, and never reaches the program.</summary>
public sealed class ThrowingMeterTests
{
    [Fact]
    public void Successes_AreCountedNonetheless() => FaultsOf("throwing_meter_success", static source =>
    {
        var service = new EmittedService(source);

        service.Call(static () => 1).ShouldBe(1);

        Recorded.Stats(source).SuccessCount.ShouldBe(1);
    }).ShouldBe(1);

    [Fact]
    public void Failures_AreCountedNonetheless() => FaultsOf("throwing_meter_failure", static source =>
    {
        var service = new EmittedService(source);

        Should.Throw<FormatException>(() => service.Call<int>(static () => throw new FormatException()));

        Recorded.Stats(source).ErrorCount.ShouldBe(1);
        Recorded.Errors(source).ShouldHaveSingleItem();
    }).ShouldBe(1);

    [Fact]
    public void ItemsOfAStream_AreCountedNonetheless() => FaultsOf("throwing_meter_stream", static source =>
    {
        new EmittedService(source).Sequence(static () => Enumerable.Range(0, 3).Where(static _ => true)).ToArray().Length.ShouldBe(3);

        Recorded.Stats(source).ItemCount.ShouldBe(3);
    }).ShouldBeGreaterThan(0);

    [Fact]
    public void CallsOfAModel_AreCountedNonetheless() => FaultsOf("throwing_meter_model", static source =>
    {
        var operation = Operation.Create(source, "call", AspectKinds.TracePerformance, source, new OperationOptions { GenAI = GenAIOperation.Chat });

        operation.Exit(Stopwatch.GetTimestamp(), null);

        Recorded.Stats(source).SuccessCount.ShouldBe(1);
    }).ShouldBe(2);

    [Fact]
    public void Attempts_AreRepeatedNonetheless() => FaultsOf(TelemetryNames.DefaultSource, static _ =>
    {
        var attempts = 0;
        var executor = new SafeExecutor("throwing_meter_attempts", "work", new SafeExecutorOptions { Retry = new RetryOptions { BaseDelay = TimeSpan.Zero } });

        executor.Execute(_ => ++attempts < 3 ? throw new FormatException() : attempts).ShouldBe(3);
    }).ShouldBeGreaterThanOrEqualTo(3);

    [Fact]
    public void MetricOfModels_ThatNobodyMayPublish_IsSilent()
    {
        const string Source = "throwing_meter_publish";
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, _) =>
            {
                if (instrument.Meter.Name == Source && instrument.Name == TelemetryNames.GenAIDurationMetric)
                {
                    throw new InvalidProgramException();
                }
            },
        };
        listener.Start();
        var operation = Operation.Create(Source, "call", AspectKinds.TracePerformance, Source, new OperationOptions { GenAI = GenAIOperation.Chat });
        var faults = PerformanceTracer.InstrumentationFaults;

        operation.Exit(Stopwatch.GetTimestamp(), null);
        operation.Exit(Stopwatch.GetTimestamp(), null);

        Recorded.Stats(Source).SuccessCount.ShouldBe(2);
        PerformanceTracer.InstrumentationFaults.ShouldBe(faults + 1);
    }

    private static long FaultsOf(string source, Action<string> calls)
    {
        using var listener = Meters.Listen(source, static (_, _, _) => throw new InvalidProgramException());
        var faults = PerformanceTracer.InstrumentationFaults;
        calls(source);
        return PerformanceTracer.InstrumentationFaults - faults;
    }
}
