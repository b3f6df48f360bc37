using System.Diagnostics;
using System.Runtime.CompilerServices;
using LlmAspects.Errors;
using LlmAspects.Runtime;

namespace LlmAspects.Tests.Runtime;

public sealed class SyncCallTests
{
    [Fact]
    public void Success_IsCountedWithItsDuration()
    {
        var service = new EmittedService("sync_success");

        service.Call(() => 42).ShouldBe(42);

        var stats = Recorded.Stats(service.Source);
        stats.Count.ShouldBe(1);
        stats.SuccessCount.ShouldBe(1);
        stats.SuccessRate.ShouldBe(1);
        stats.TotalMilliseconds.ShouldNotBeNull().ShouldBeGreaterThan(0);
        stats.MinMilliseconds.ShouldBe(stats.MaxMilliseconds);
        stats.DurationMissingReason.ShouldBeNull();
    }

    [Fact]
    public void Exception_PassesWithIdentityAndStackAndIsRecordedOnce()
    {
        var service = new EmittedService("sync_failure");
        var error = new InvalidOperationException("boom", new FormatException());

        var caught = Should.Throw<InvalidOperationException>(() => service.Call(() => ThrowHere(error)));

        caught.ShouldBeSameAs(error);
        caught.StackTrace.ShouldNotBeNull().ShouldContain(nameof(ThrowHere));
        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.ErrorCount, stats.SuccessCount).ShouldBe((1, 1, 0));
        var record = Recorded.Errors(service.Source).ShouldHaveSingleItem();
        record.Operation.ShouldBe("call");
        record.ExceptionType.ShouldBe("System.InvalidOperationException");
        record.CauseType.ShouldBe("System.FormatException");
        record.Message.ShouldBeNull();
        record.DurationMilliseconds.ShouldNotBeNull().ShouldBeGreaterThan(0);
        record.Path.ShouldBe(["sync_failure.call"]);
    }

    [Fact]
    public void RequestedToken_MakesAnyOperationCanceledExceptionACancellation()
    {
        var service = new EmittedService("sync_cancelled");
        using var source = new CancellationTokenSource();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(source.Token);
        source.Cancel();

        Should.Throw<OperationCanceledException>(() => service.Call<int>(() => throw new OperationCanceledException(linked.Token), source.Token));

        var stats = Recorded.Stats(service.Source);
        (stats.CancelledCount, stats.ErrorCount).ShouldBe((1, 0));
        stats.CancelledRate.ShouldBe(1);
        Recorded.Errors(service.Source).ShouldBeEmpty();
    }

    [Fact]
    public void UnrequestedToken_MakesOperationCanceledExceptionAnError()
    {
        var service = new EmittedService("sync_timeout");

        Should.Throw<OperationCanceledException>(() => service.Call<int>(() => throw new OperationCanceledException(), CancellationToken.None));

        Recorded.Stats(service.Source).ErrorCount.ShouldBe(1);
        Recorded.Errors(service.Source).ShouldHaveSingleItem().ExceptionType.ShouldBe("System.OperationCanceledException");
    }

    [Fact]
    public void NoTokenParameter_TakesOnlyAnInnerTimeoutForAnError()
    {
        var service = new EmittedService("sync_no_parameter");

        Should.Throw<OperationCanceledException>(() => service.Call<int>(() => throw new OperationCanceledException()));
        Should.Throw<TaskCanceledException>(() => service.Call<int>(() => throw new TaskCanceledException("late", new TimeoutException())));

        var stats = Recorded.Stats(service.Source);
        (stats.CancelledCount, stats.ErrorCount).ShouldBe((1, 1));
    }

    [Fact]
    public void RequestedToken_DoesNotExcuseAnotherException()
    {
        var service = new EmittedService("sync_other_exception");

        Should.Throw<FormatException>(() => service.Call<int>(() => throw new FormatException(), new CancellationToken(canceled: true)));

        Recorded.Stats(service.Source).ErrorCount.ShouldBe(1);
    }

    [Fact]
    public void TracePerformanceAlone_CountsTheErrorAndKeepsNoRecord()
    {
        var service = new EmittedService("sync_trace_only", AspectKinds.TracePerformance);

        Should.Throw<FormatException>(() => service.Call<int>(() => throw new FormatException()));

        Recorded.Stats(service.Source).ErrorCount.ShouldBe(1);
        Recorded.Errors(service.Source).ShouldBeEmpty();
    }

    [Fact]
    public void Observe_NeverCatches()
    {
        var operation = Operation.Create("sync_filter", "call", AspectKinds.ErrorContext | AspectKinds.TracePerformance);

        operation.Observe(new FormatException(), Stopwatch.GetTimestamp(), null).ShouldBeFalse();
        operation.Observe(new FormatException(), Stopwatch.GetTimestamp(), null, CancellationToken.None).ShouldBeFalse();
        operation.Observe(new FormatException()).ShouldBeFalse();
        operation.Observe(new FormatException(), CancellationToken.None).ShouldBeFalse();
    }

    [Fact]
    public void ErrorContextAlone_CountsErrorsWithoutDurationOrRate()
    {
        var operation = Operation.Create("error_context_alone", "call", AspectKinds.ErrorContext, "error_context_alone");

        operation.Observe(new FormatException());

        var stats = Recorded.Stats("error_context_alone");
        (stats.Count, stats.ErrorCount).ShouldBe((0, 1));
        stats.ErrorRate.ShouldBeNull();
        stats.MeanMilliseconds.ShouldBeNull();
        stats.DurationMissingReason.ShouldBe(LlmAspects.Tracing.PerformanceStats.NotMeasured);
        var record = Recorded.Errors("error_context_alone").ShouldHaveSingleItem();
        record.DurationMilliseconds.ShouldBeNull();
        record.DurationMissingReason.ShouldBe(ErrorRecord.NotMeasured);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ThrowHere(Exception error) => throw error;
}
