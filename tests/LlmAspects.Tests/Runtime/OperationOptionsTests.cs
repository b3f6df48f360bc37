using System.Diagnostics;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class OperationOptionsTests
{
    private const AspectKinds Both = AspectKinds.ErrorContext | AspectKinds.TracePerformance;

    [Fact]
    public void SameNamesWithOtherOptions_ShareStatisticsAndKeepTheirOptions()
    {
        const string source = "options_shared";
        using var log = new SpanLog(source);
        var plain = Operation.Create(source, "call", Both, source);
        var first = Operation.Create(source, "call", Both, source, new OperationOptions { SpanName = "first" });
        var second = Operation.Create(source, "call", Both, source, new OperationOptions { SpanName = "second", Kind = ActivityKind.Producer });

        foreach (var operation in new[] { plain, first, second })
        {
            Succeed(operation, ticks: 1);
        }

        log.Stopped.Select(span => (span.DisplayName, span.Kind)).ShouldBe(
            [("options_shared.call", ActivityKind.Internal), ("first", ActivityKind.Internal), ("second", ActivityKind.Producer)]);
        Recorded.Stats(source).Count.ShouldBe(3);
        first.Identity.ShouldBeSameAs(plain.Identity);
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    public void SlowerThanMs_KeepsTheSlowCalls(int milliseconds, bool isKept)
    {
        using var activity = new Activity("call") { IsAllDataRequested = true };

        SpanFilter.Apply(new OperationOptions { SlowerThanMs = 100 }, activity, milliseconds * Stopwatch.Frequency / 1000, OperationOutcome.Succeeded);

        activity.IsAllDataRequested.ShouldBe(isKept);
    }

    [Fact]
    public void SuccessOfAnHour_IsKept()
    {
        const string source = "options_hour";
        using var log = new SpanLog(source);

        Succeed(Operation.Create(source, "call", Both, source, new OperationOptions { SlowerThanMs = 60_000 }), ticks: 3600 * Stopwatch.Frequency);

        log.Single.IsAllDataRequested.ShouldBeTrue();
    }

    [Theory]
    [InlineData(OperationOutcome.Succeeded, false)]
    [InlineData(OperationOutcome.Cancelled, false)]
    [InlineData(OperationOutcome.DisposedEarly, false)]
    [InlineData(OperationOutcome.Expected, false)]
    [InlineData(OperationOutcome.Failed, true)]
    public void FailedOnly_KeepsFailuresAlone(OperationOutcome outcome, bool isKept)
    {
        using var activity = new Activity("call") { ActivityTraceFlags = ActivityTraceFlags.Recorded, IsAllDataRequested = true };

        SpanFilter.Apply(new OperationOptions { FailedOnly = true }, activity, duration: 1, outcome);

        (activity.Recorded, activity.IsAllDataRequested).ShouldBe((isKept, isKept));
    }

    [Fact]
    public void UnknownDuration_IsKept()
    {
        using var activity = new Activity("call") { IsAllDataRequested = true };

        SpanFilter.Apply(new OperationOptions { SlowerThanMs = 1 }, activity, Measurement.Untimed, OperationOutcome.Succeeded);

        activity.IsAllDataRequested.ShouldBeTrue();
    }

    [Fact]
    public void ExpectedException_OfErrorContextAlone_IsNotCounted()
    {
        const string source = "options_expected_alone";
        var operation = Operation.Create(source, "call", AspectKinds.ErrorContext, source, new OperationOptions { Expected = [typeof(IOException)] });

        operation.Observe(new FileNotFoundException()).ShouldBeFalse();
        operation.Observe(new FormatException()).ShouldBeFalse();

        Recorded.Stats(source).ErrorCount.ShouldBe(1);
        Recorded.Errors(source).ShouldHaveSingleItem().ExceptionType.ShouldBe("System.FormatException");
    }

    [Fact]
    public void OptionsAtSuccess_AllocateNothing()
    {
        var operation = Operation.Create("options_bytes", "call", Both, "options_bytes", new OperationOptions { FailedOnly = true, Expected = [typeof(IOException)] });
        Succeed(operation, ticks: 1);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var call = 0; call < 100; call++)
        {
            Succeed(operation, ticks: 1);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static void Succeed(Operation operation, long ticks)
    {
        var activity = operation.Start();
        operation.Exit(Stopwatch.GetTimestamp() - ticks, activity);
    }
}
