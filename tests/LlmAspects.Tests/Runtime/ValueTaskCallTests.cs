using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class ValueTaskCallTests
{
    [Fact]
    public void CompletedValueTask_ComesBackAsItIs()
    {
        var service = new EmittedService("value_completed");
        var task = new ValueTask<int>(Task.FromResult(3));

        service.CallValueAsync(() => task).ShouldBe(task);

        Recorded.Stats(service.Source).SuccessCount.ShouldBe(1);
    }

    [Fact]
    public async Task PendingValueTask_IsRecordedWhenConsumed()
    {
        var service = new EmittedService("value_pending");
        var pending = new TaskCompletionSource<int>();

        var consumer = Consume(service.CallValueAsync(() => new ValueTask<int>(pending.Task)));
        Recorded.Stats(service.Source).Count.ShouldBe(0);
        pending.SetResult(9);

        (await consumer).ShouldBe(9);
        var stats = Recorded.Stats(service.Source);
        (stats.SuccessCount, stats.UntimedCount).ShouldBe((1, 0));
        stats.P50Milliseconds.ShouldNotBeNull();
    }

    [Fact]
    public async Task PendingWithoutResult_IsRecordedWhenConsumed()
    {
        var service = new EmittedService("value_pending_plain");
        var pending = new TaskCompletionSource();

        var consumer = service.CallValueAsync(() => new ValueTask(pending.Task)).AsTask();
        pending.SetResult();
        await consumer;

        Recorded.Stats(service.Source).SuccessCount.ShouldBe(1);
    }

    [Fact]
    public async Task LateConsumption_IsCountedButNotTimed()
    {
        var service = new EmittedService("value_late");
        var pending = new TaskCompletionSource<int>();
        using var spans = new SpanLog(service.Source);

        var call = service.CallValueAsync(() => new ValueTask<int>(pending.Task));
        pending.SetResult(1);
        await call;

        var stats = Recorded.Stats(service.Source);
        (stats.Count, stats.UntimedCount, stats.SuccessCount).ShouldBe((1, 1, 1));
        stats.P50Milliseconds.ShouldBeNull();
        stats.DurationMissingReason.ShouldBe(PerformanceStats.NoTimedCall);
        spans.Single.GetTagItem(TelemetryNames.ConsumedLate).ShouldBe(true);
    }

    [Fact]
    public async Task ContinuationAfterCompletion_IsLateToo()
    {
        var service = new EmittedService("value_late_continuation");
        var pending = new TaskCompletionSource<int>();
        var consumed = new TaskCompletionSource<int>();
        var awaiter = service.CallValueAsync(() => new ValueTask<int>(pending.Task)).GetAwaiter();
        pending.SetResult(1);

        awaiter.OnCompleted(() => consumed.SetResult(awaiter.GetResult()));

        (await consumed.Task).ShouldBe(1);
        Recorded.Stats(service.Source).UntimedCount.ShouldBe(1);
    }

    [Fact]
    public async Task SecondAwait_IsRefused()
    {
        var service = new EmittedService("value_twice");
        var pending = new TaskCompletionSource<int>();
        var call = service.CallValueAsync(() => new ValueTask<int>(pending.Task));
        pending.SetResult(1);
        await call;

        await Should.ThrowAsync<InvalidOperationException>(async () => await call);
        Recorded.Stats(service.Source).Count.ShouldBe(1);
    }

    [Fact]
    public async Task PendingFailure_PassesTheExceptionItself()
    {
        var service = new EmittedService("value_pending_failure");
        var pending = new TaskCompletionSource<int>();
        var error = new InvalidDataException();

        var consumer = Consume(service.CallValueAsync(() => new ValueTask<int>(pending.Task)));
        pending.SetException(error);

        (await Should.ThrowAsync<InvalidDataException>(consumer)).ShouldBeSameAs(error);
        Recorded.Stats(service.Source).ErrorCount.ShouldBe(1);
        Recorded.Errors(service.Source).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task FailedOnReturn_IsObservedAndStillThrows()
    {
        var service = new EmittedService("value_faulted");

        var call = service.CallValueAsync(() => ValueTask.FromException<int>(new FormatException()));

        await Should.ThrowAsync<FormatException>(async () => await call);
        Recorded.Stats(service.Source).ErrorCount.ShouldBe(1);
    }

    [Fact]
    public async Task CancelledByItsToken_IsCancelled()
    {
        var service = new EmittedService("value_cancelled");
        var pending = new TaskCompletionSource<int>();
        using var source = new CancellationTokenSource();

        var consumer = Consume(service.CallValueAsync(() => new ValueTask<int>(pending.Task), source.Token));
        await source.CancelAsync();
        pending.SetCanceled(source.Token);

        await Should.ThrowAsync<OperationCanceledException>(consumer);
        Recorded.Stats(service.Source).CancelledCount.ShouldBe(1);
    }

    [Fact]
    public async Task SynchronizationContextOfTheConsumer_IsKept()
    {
        var service = new EmittedService("value_context");
        var pending = new TaskCompletionSource<int>();
        var context = new CountingContext();
        var before = SynchronizationContext.Current;
        Task consumer;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            consumer = Await(service.CallValueAsync(() => new ValueTask<int>(pending.Task)));
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        pending.SetResult(1);
        await consumer;

        context.Posts.ShouldBe(1);

        static async Task Await(ValueTask<int> task) => await task;
    }

    [Fact]
    public async Task ManyConcurrentCalls_EachGetTheirOwnResult()
    {
        var service = new EmittedService("value_concurrent");

        var results = await Task.WhenAll(Enumerable.Range(0, 2000).Select(number => Consume(service.CallValueAsync(() => Later(number)))));

        results.ShouldBe(Enumerable.Range(0, 2000));
        Recorded.Stats(service.Source).Count.ShouldBe(2000);
    }

    private static async ValueTask<int> Later(int number)
    {
        await Task.Yield();
        return number;
    }

    private static async Task<int> Consume(ValueTask<int> task) => await task.ConfigureAwait(false);

    private sealed class CountingContext : SynchronizationContext
    {
        public int Posts { get; private set; }

        public override void Post(SendOrPostCallback d, object? state)
        {
            Posts++;
            d(state);
        }
    }
}
