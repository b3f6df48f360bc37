using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Options;

/// <summary>Where the error is not simply thrown: while items are pulled, in a task of another status, in an accessor.</summary>
public class TranslationShapeTests
{
    private static readonly FormatException Error = new();

    [Fact]
    public void ErrorContextAlone_Translates()
    {
        Should.Throw<CallException>(() => Translators.Alone(static () => throw Error)).InnerException.ShouldBeSameAs(Error);
        Translators.Alone(static () => 7).ShouldBe(7);
    }

    [Fact]
    public void Accessors_Translate()
    {
        Should.Throw<CallException>(() => Translators.Next).InnerException.ShouldBeOfType<FormatException>();
        Should.Throw<CallException>(() => Translators.Next = static () => throw Error).InnerException.ShouldBeSameAs(Error);
    }

    [Fact]
    public void ItemOfASequence_Translates()
    {
        var pulled = new List<int>();
        Should.Throw<CallException>(() => pulled.AddRange(Translators.Items(static () => throw Error))).InnerException.ShouldBeSameAs(Error);
        Should.Throw<CallException>(() => Translators.Objects(static () => throw Error).Cast<int>().Count()).InnerException.ShouldBeSameAs(Error);
        Translators.Items(static () => { }).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task ItemOfAStream_Translates()
    {
        var pulled = new List<int>();
        var thrown = await Should.ThrowAsync<CallException>(async () =>
        {
            await foreach (var item in Translators.ItemsAsync(static () => throw Error))
            {
                pulled.Add(item);
            }
        });

        thrown.InnerException.ShouldBeSameAs(Error);
        pulled.ShouldBe([1]);
    }

    [Fact]
    public async Task TaskWithTags_Translates()
    {
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var pending = Translators.TagAsync("model", gate.Task);
        gate.SetException(Error);

        (await Should.ThrowAsync<CallException>(() => pending)).InnerException.ShouldBeSameAs(Error);
        (await Should.ThrowAsync<CallException>(() => Translators.TagAsync("model", Task.FromException<int>(Error)))).InnerException.ShouldBeSameAs(Error);
    }

    [Fact]
    public async Task CancelledValueTaskThatIsATimeout_IsFaultedAsATask()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var timeout = Translators.WaitAsync(FailAsync(gate.Task, new TaskCanceledException("late", new TimeoutException()))).AsTask();
        var cancelled = Translators.WaitAsync(FailAsync(gate.Task, new TaskCanceledException("cancelled"))).AsTask();
        gate.SetResult();

        (await Should.ThrowAsync<CallException>(() => timeout)).InnerException!.InnerException.ShouldBeOfType<TimeoutException>();
        await Should.ThrowAsync<TaskCanceledException>(() => cancelled);
        (timeout.IsFaulted, cancelled.IsCanceled).ShouldBe((true, true));
    }

    [Fact]
    public async Task CancelledPullThatIsATimeout_IsFaultedAsATask()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var late = Translators.EnumerateAsync(FailAsync(gate.Task, new TaskCanceledException("late", new TimeoutException())));
        await using var left = Translators.EnumerateAsync(FailAsync(gate.Task, new TaskCanceledException("cancelled")));
        var (timeout, cancelled) = (late.MoveNextAsync().AsTask(), left.MoveNextAsync().AsTask());
        gate.SetResult();

        (await Should.ThrowAsync<CallException>(() => timeout)).InnerException!.InnerException.ShouldBeOfType<TimeoutException>();
        await Should.ThrowAsync<TaskCanceledException>(() => cancelled);
        (timeout.IsFaulted, cancelled.IsCanceled).ShouldBe((true, true));
    }

    [Fact]
    public void ConstructorThatThrows_LeavesTheErrorAsItIs()
    {
        Should.Throw<FormatException>(() => Translators.Fail(0, Error)).ShouldBeSameAs(Error);
        Translators.Fail(1, Error).ShouldBe(1);
    }

    private static async Task<int> FailAsync(Task gate, Exception error)
    {
        await gate;
        throw error;
    }
}
