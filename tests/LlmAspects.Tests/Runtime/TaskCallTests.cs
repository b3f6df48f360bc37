using LlmAspects.Runtime;

namespace LlmAspects.Tests.Runtime;

public sealed class TaskCallTests
{
    [Fact]
    public void CompletedTask_ComesBackAsTheSameInstance()
    {
        var service = new EmittedService("task_completed");
        var task = Task.FromResult("answer");

        service.CallAsync(() => task).ShouldBeSameAs(task);
        service.CallAsync(() => Task.CompletedTask).ShouldBeSameAs(Task.CompletedTask);

        Recorded.Stats(service.Source).SuccessCount.ShouldBe(2);
    }

    [Fact]
    public void NullTask_StaysNullAndIsCounted()
    {
        var service = new EmittedService("task_null");

        service.CallAsync<int>(() => null!).ShouldBeNull();
        service.CallAsync(() => null!).ShouldBeNull();

        Recorded.Stats(service.Source).SuccessCount.ShouldBe(2);
    }

    [Fact]
    public async Task PendingTask_IsCountedWhenItCompletes()
    {
        var service = new EmittedService("task_pending");
        var pending = new TaskCompletionSource<int>();
        var plain = new TaskCompletionSource();

        var call = service.CallAsync(() => pending.Task);
        var other = service.CallAsync(() => plain.Task, CancellationToken.None);
        Recorded.Stats(service.Source).Count.ShouldBe(0);
        pending.SetResult(7);
        plain.SetResult();
        await other;

        (await call).ShouldBe(7);
        Recorded.Stats(service.Source).SuccessCount.ShouldBe(2);
    }

    [Fact]
    public async Task PendingFailure_PassesTheExceptionItself()
    {
        var service = new EmittedService("task_pending_failure");
        var pending = new TaskCompletionSource<int>();
        var error = new InvalidDataException();

        var call = service.CallAsync(() => FailAfter(pending.Task, error), CancellationToken.None);
        pending.SetResult(0);

        var caught = await Should.ThrowAsync<InvalidDataException>(call);
        caught.ShouldBeSameAs(error);
        caught.StackTrace.ShouldNotBeNull().ShouldContain(nameof(FailAfter));
        Recorded.Stats(service.Source).ErrorCount.ShouldBe(1);
        Recorded.Errors(service.Source).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task PendingCancellation_PassesTheExceptionItself()
    {
        var service = new EmittedService("task_pending_cancellation");
        var pending = new TaskCompletionSource();
        using var source = new CancellationTokenSource();
        var error = new OperationCanceledException("stop", source.Token);

        var call = service.CallAsync(() => CancelAfter(pending.Task, error), source.Token);
        await source.CancelAsync();
        pending.SetResult();

        (await Record.ExceptionAsync(() => call)).ShouldBeSameAs(error);
        call.IsCanceled.ShouldBeTrue();
        Recorded.Stats(service.Source).CancelledCount.ShouldBe(1);
    }

    [Fact]
    public async Task PendingTimeout_IsAnError()
    {
        var service = new EmittedService("task_pending_timeout");
        var pending = new TaskCompletionSource();

        var call = service.CallAsync(() => CancelAfter(pending.Task, new OperationCanceledException()), CancellationToken.None);
        pending.SetResult();

        await Should.ThrowAsync<OperationCanceledException>(call);
        Recorded.Stats(service.Source).ErrorCount.ShouldBe(1);
    }

    [Fact]
    public async Task SecondToken_ExplainsACancellationToo()
    {
        var service = new EmittedService("task_two_tokens");
        var pending = new TaskCompletionSource<int>();
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();

        var call = service.CallAsync(() => pending.Task, first.Token, second.Token);
        await second.CancelAsync();
        pending.SetCanceled(CancellationToken.None);

        await Should.ThrowAsync<OperationCanceledException>(call);
        Recorded.Stats(service.Source).CancelledCount.ShouldBe(1);
    }

    [Fact]
    public async Task FaultedOnReturn_IsHandedBackAsItIs()
    {
        var service = new EmittedService("task_faulted");
        var faulted = Task.FromException<int>(new FormatException());
        var cancelled = Task.FromCanceled(new CancellationToken(canceled: true));

        service.CallAsync(() => faulted).ShouldBeSameAs(faulted);
        service.CallAsync(() => cancelled).ShouldBeSameAs(cancelled);

        var stats = Recorded.Stats(service.Source);
        (stats.ErrorCount, stats.CancelledCount).ShouldBe((1, 1));
        await Should.ThrowAsync<FormatException>(faulted);
    }

    [Fact]
    public async Task ErrorContextAlone_ObservesFailuresOnly()
    {
        var operation = Operation.Create("task_error_alone", "call", AspectKinds.ErrorContext, "task_error_alone");
        var pending = new TaskCompletionSource<int>();
        var completed = Task.FromResult(1);

        operation.Exit(completed).ShouldBeSameAs(completed);
        var call = operation.Exit(pending.Task, CancellationToken.None);
        pending.SetException(new FormatException());

        await Should.ThrowAsync<FormatException>(call);
        var stats = Recorded.Stats("task_error_alone");
        (stats.Count, stats.ErrorCount).ShouldBe((0, 1));
        (await operation.Exit(Task.Run(() => 5))).ShouldBe(5);
        Recorded.Stats("task_error_alone").Count.ShouldBe(0);
    }

    private static async Task<int> FailAfter(Task gate, Exception error)
    {
        await gate;
        throw error;
    }

    private static async Task CancelAfter(Task gate, OperationCanceledException error)
    {
        await gate;
        throw error;
    }
}
