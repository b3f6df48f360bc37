using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Wrappers;

public class CancellationTests
{
    public static TheoryData<string> Shapes => ReturnShape.Names;

    public static TheoryData<string> AsynchronousShapes => ReturnShape.AsynchronousNames;

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task CallersCancellation_IsCancelledThoughTheExceptionHasALinkedToken(string name)
    {
        var shape = ReturnShape.Named(name);
        var counts = new OperationCounts("both_aspects", shape.Operation);
        using var caller = new CancellationTokenSource();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(caller.Token);

        await Should.ThrowAsync<OperationCanceledException>(() => shape.Invoke(new BothAspects(), Body, caller.Token));

        counts.Cancellations.ShouldBe(1);
        counts.Errors.ShouldBe(0);
        counts.ErrorRecords.ShouldBeEmpty();

        Task<int> Body()
        {
            caller.Cancel();
            throw new OperationCanceledException(linked.Token);
        }
    }

    [Theory]
    [MemberData(nameof(AsynchronousShapes))]
    public async Task CancellationOfAPendingCall_IsCancelled(string name)
    {
        var shape = ReturnShape.Named(name);
        var counts = new OperationCounts("both_aspects", shape.Operation);
        using var caller = new CancellationTokenSource();
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);

        var call = shape.Invoke(new BothAspects(), () => gate.Task, caller.Token);
        await caller.CancelAsync();
        gate.SetCanceled(caller.Token);

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        counts.Cancellations.ShouldBe(1);
        counts.ErrorRecords.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Timeout_IsAnError(string name)
    {
        var shape = ReturnShape.Named(name);
        var counts = new OperationCounts("both_aspects", shape.Operation);
        using var caller = new CancellationTokenSource();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(caller.Token);
        await timeout.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            () => shape.Invoke(new BothAspects(), () => throw new OperationCanceledException(timeout.Token), caller.Token));

        counts.Cancellations.ShouldBe(0);
        counts.Errors.ShouldBe(1);
        counts.ErrorRecords.ShouldHaveSingleItem().ExceptionType.ShouldBe("System.OperationCanceledException");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task TimeoutThroughTwoLevels_IsOneRecord(string name)
    {
        var shape = ReturnShape.Named(name);
        var counts = new OperationCounts("both_aspects", shape.Operation);

        await Should.ThrowAsync<OperationCanceledException>(() => shape.Invoke(
            new BothAspects(),
            () => shape.Invoke(new ErrorContextAlone(), static () => throw new OperationCanceledException(), CancellationToken.None),
            CancellationToken.None));

        counts.ErrorRecords.ShouldHaveSingleItem().Path.Count.ShouldBe(2);
    }

    [Fact]
    public async Task MethodWithoutToken_IsCancelledUnlessATimeoutIsInside()
    {
        var counts = new OperationCounts("passing", "task");

        foreach (var calls in (Func<Exception, Task>[])[Task.FromException, CancelledBy])
        {
            await Should.ThrowAsync<OperationCanceledException>(() => new Passing().TaskAsync(calls(new TaskCanceledException("cancelled"))));
            await Should.ThrowAsync<OperationCanceledException>(() => new Passing().TaskAsync(calls(new TaskCanceledException("timeout", new TimeoutException()))));
        }

        counts.Cancellations.ShouldBe(2);
        counts.Errors.ShouldBe(2);

        // The compiler's builder turns the exception into a cancelled task, not into a failed one.
        static async Task CancelledBy(Exception exception)
        {
            await Task.CompletedTask;
            throw exception;
        }
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task AnyOfSeveralTokens_ExplainsTheCancellation(bool cancelFirst, bool cancelSecond)
    {
        var counts = new OperationCounts("passing", "task_of_t");
        var cancelled = Task.FromException<int>(new OperationCanceledException());

        await Should.ThrowAsync<OperationCanceledException>(
            () => new Passing().TaskOfTAsync(cancelled, new CancellationToken(cancelFirst), new CancellationToken(cancelSecond)));
        await Should.ThrowAsync<OperationCanceledException>(() => new Passing().TaskOfTAsync(cancelled));

        counts.Cancellations.ShouldBe(1);
        counts.Errors.ShouldBe(1);
    }
}
