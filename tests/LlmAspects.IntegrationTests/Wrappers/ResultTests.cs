using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Wrappers;

public class ResultTests
{
    public static TheoryData<string> Shapes => ReturnShape.Names;

    public static TheoryData<string> AsynchronousShapes => ReturnShape.AsynchronousNames;

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Result_IsThatOfCoreWhichIsEnteredOnce(string name)
    {
        foreach (var calls in WrappedCalls.Every)
        {
            (await ReturnShape.Named(name).Invoke(calls, static () => Task.FromResult(42), CancellationToken.None)).ShouldBe(42);
            calls.Entered.ShouldBe(1);
        }
    }

    [Theory]
    [MemberData(nameof(AsynchronousShapes))]
    public async Task PendingResult_IsThatOfCore(string name)
    {
        foreach (var calls in WrappedCalls.Every)
        {
            var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            var call = ReturnShape.Named(name).Invoke(calls, () => gate.Task, CancellationToken.None);

            call.IsCompleted.ShouldBeFalse();
            gate.SetResult(42);
            (await call).ShouldBe(42);
        }
    }

    [Fact]
    public void Reference_IsCoresOwn()
    {
        foreach (var calls in WrappedCalls.Every)
        {
            int[] storage = [1];
            calls.Locate(() => storage, CancellationToken.None) = 7;

            storage[0].ShouldBe(7);
        }
    }

    [Fact]
    public void CompletedTask_IsTheSameInstance()
    {
        var passing = new Passing();
        var task = Task.FromResult("text");

        passing.TaskAsync(Task.CompletedTask).ShouldBeSameAs(Task.CompletedTask);
        passing.TaskOfTAsync(task).ShouldBeSameAs(task);
        passing.TaskWithContextAsync(task).ShouldBeSameAs(task);
    }

    [Fact]
    public void FailedTask_IsTheSameInstance()
    {
        var failed = Task.FromException<string>(new InvalidOperationException());
        var cancelled = Task.FromCanceled<string>(new CancellationToken(canceled: true));

        new Passing().TaskOfTAsync(failed).ShouldBeSameAs(failed);
        new Passing().TaskOfTAsync(cancelled).ShouldBeSameAs(cancelled);
        new Passing().TaskWithContextAsync(failed).ShouldBeSameAs(failed);
    }

    [Fact]
    public void NullTask_StaysNull()
    {
        new Passing().TaskAsync(null!).ShouldBeNull();
        new Passing().TaskOfTAsync<int>(null!).ShouldBeNull();
        new Passing().TaskWithContextAsync(null!).ShouldBeNull();
        new Passing().StreamAsync(null!).ShouldBeNull();
    }
}
