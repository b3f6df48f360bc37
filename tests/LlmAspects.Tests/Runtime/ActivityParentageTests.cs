using System.Diagnostics;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class ActivityParentageTests
{
    [Fact]
    public void SyncCall_IsCurrentInsideAndRestoresItsCaller()
    {
        var service = new EmittedService("parent_sync");
        using var spans = new SpanLog(service.Source);
        using var caller = new Activity("caller").Start();

        var inside = service.Call(() => Activity.Current);

        Activity.Current.ShouldBeSameAs(caller);
        var span = spans.Single;
        span.ShouldBeSameAs(inside);
        span.Parent.ShouldBeSameAs(caller);
        span.OperationName.ShouldBe("parent_sync.call");
        span.Status.ShouldBe(ActivityStatusCode.Unset);
        span.GetTagItem(TelemetryNames.Component).ShouldBe("parent_sync");
        span.GetTagItem(TelemetryNames.Operation).ShouldBe("call");
    }

    [Fact]
    public void FailedSyncCall_IsMarkedStoppedAndRestoresItsCaller()
    {
        var service = new EmittedService("parent_sync_failed");
        using var spans = new SpanLog(service.Source);
        using var caller = new Activity("caller").Start();
        Activity? inFilter = null;

        try
        {
            service.Call<int>(() => throw new FormatException("secret prompt"));
        }
        catch (FormatException) when ((inFilter = Activity.Current) is not null)
        {
        }

        Activity.Current.ShouldBeSameAs(caller);
        spans.Single.Status.ShouldBe(ActivityStatusCode.Error);
        spans.Single.StatusDescription.ShouldBeNull();
        spans.Single.GetTagItem(TelemetryNames.ErrorType).ShouldBe("System.FormatException");
        inFilter.ShouldBeSameAs(spans.Single, "a filter further out runs before the finally that stops the span");
    }

    [Fact]
    public void InnerUsing_CannotLeaveAStoppedActivityCurrent()
    {
        var service = new EmittedService("parent_inner_using");
        using var spans = new SpanLog(service.Source);

        Should.Throw<FormatException>(() => service.Call<int>(() =>
        {
            using var inner = new Activity("inner").Start();
            throw new FormatException();
        }));

        Activity.Current.ShouldBeNull();
        spans.CurrentAtStop.ShouldHaveSingleItem().ShouldBeSameAs(spans.Single);
    }

    [Fact]
    public void CancelledCall_IsNoErrorOnTheSpan()
    {
        var service = new EmittedService("parent_cancelled");
        using var spans = new SpanLog(service.Source);

        Should.Throw<OperationCanceledException>(() => service.Call<int>(() => throw new OperationCanceledException()));

        spans.Single.Status.ShouldBe(ActivityStatusCode.Unset);
        spans.Single.GetTagItem(TelemetryNames.Outcome).ShouldBe("cancelled");
    }

    [Theory]
    [InlineData(Caller.None)]
    [InlineData(Caller.Local)]
    [InlineData(Caller.Remote)]
    public async Task PendingTask_RunsInItsSpanAndGivesTheCallerItsOwnBack(Caller kind)
    {
        var service = new EmittedService($"parent_task_{kind}");
        using var spans = new SpanLog(service.Source);
        using var caller = StartCaller(kind);
        var pending = new TaskCompletionSource();
        Activity? afterAwait = null;

        var call = service.CallAsync(() => Core(), CancellationToken.None);
        var afterReturn = Activity.Current;
        pending.SetResult();
        await call;

        afterReturn.ShouldBeSameAs(caller);
        Activity.Current.ShouldBeSameAs(caller);
        afterAwait.ShouldBeSameAs(spans.Single);
        spans.CurrentAtStop[0].ShouldBeSameAs(spans.Single);
        spans.Single.Parent.ShouldBeSameAs(caller);

        async Task Core()
        {
            await pending.Task;
            afterAwait = Activity.Current;
        }
    }

    [Theory]
    [InlineData(Caller.None)]
    [InlineData(Caller.Local)]
    public async Task PendingValueTask_RunsInItsSpanAndGivesTheCallerItsOwnBack(Caller kind)
    {
        var service = new EmittedService($"parent_value_{kind}");
        using var spans = new SpanLog(service.Source);
        using var caller = StartCaller(kind);
        var pending = new TaskCompletionSource<int>();

        var call = service.CallValueAsync(() => new ValueTask<int>(pending.Task));
        var afterReturn = Activity.Current;
        var consumer = Consume(call);
        pending.SetResult(1);
        await consumer;

        afterReturn.ShouldBeSameAs(caller);
        Activity.Current.ShouldBeSameAs(caller);
        spans.CurrentAtStop[0].ShouldBeSameAs(spans.Single);
        spans.Single.Parent.ShouldBeSameAs(caller);

        static async Task Consume(ValueTask<int> task) => await task;
    }

    [Fact]
    public async Task CallerStoppedMeanwhile_IsNotMadeCurrentAgain()
    {
        var service = new EmittedService("parent_stopped");
        using var spans = new SpanLog(service.Source);
        var pending = new TaskCompletionSource();
        var caller = new Activity("caller").Start();

        var call = service.CallAsync(
            () =>
            {
                var inside = Activity.Current;
                caller.Stop();
                Activity.Current = inside;
                return pending.Task;
            },
            CancellationToken.None);

        Activity.Current.ShouldBeNull();
        pending.SetResult();
        await call;
        spans.Single.Parent.ShouldBeSameAs(caller);
    }

    [Fact]
    public async Task SuppressedFlow_LeavesTheCompleterItsActivity()
    {
        var service = new EmittedService("parent_suppressed");
        using var spans = new SpanLog(service.Source);
        var pending = new TaskCompletionSource();
        Task call;
        using (ExecutionContext.SuppressFlow())
        {
            call = service.CallAsync(() => pending.Task, CancellationToken.None);
        }

        using var completer = new Activity("completer").Start();
        pending.SetResult();
        Activity.Current.ShouldBeSameAs(completer);
        await call;
        spans.Stopped.Count.ShouldBe(1);
    }

    [Fact]
    public async Task NestedCalls_FormOneTree()
    {
        var outer = new EmittedService("parent_nested");
        var inner = Operation.Create("parent_nested", "inner", AspectKinds.TracePerformance, "parent_nested");
        using var spans = new SpanLog(outer.Source);

        await outer.CallAsync(async () =>
        {
            await Task.Yield();
            var activity = inner.Start();
            inner.Exit(Stopwatch.GetTimestamp(), activity);
        });

        spans.Stopped.Select(span => span.OperationName).ShouldBe(["parent_nested.inner", "parent_nested.call"]);
        spans.Stopped[0].Parent.ShouldBeSameAs(spans.Stopped[1]);
    }

    public enum Caller
    {
        None,
        Local,
        Remote,
    }

    private static Activity? StartCaller(Caller kind)
    {
        if (kind == Caller.None)
        {
            return null;
        }

        var caller = new Activity("caller");
        if (kind == Caller.Remote)
        {
            caller.SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom());
        }

        return caller.Start();
    }
}
