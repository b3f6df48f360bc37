using System.Diagnostics;
using LlmAspects.Errors;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.AotProgram.TaskLikes;
using LlmAspects.Testing;

namespace LlmAspects.IntegrationTests.Wrappers;

/// <summary>What is peculiar to task-likes; what they share with tasks is in the tests of every shape.</summary>
public class TaskLikeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tags_AreReadFromArgumentsAndResult(bool isPending)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        if (!isPending)
        {
            gate.SetResult();
        }

        var call = TaskLikeCalls.EchoAsync("four", gate.Task);
        call.IsCompleted.ShouldBe(!isPending);
        gate.TrySetResult();
        (await call).ShouldBe("four");

        var span = recorder.Stopped.ShouldHaveSingleItem();
        span.GetTagItem("text").ShouldBe("four");
        span.GetTagItem("length").ShouldBe(4);
    }

    // The builder of tickets, unlike that of tasks, does not put the caller's activity back.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CallersActivity_IsCurrentAsSoonAsTheCallReturns(bool isPending)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        using var caller = new Activity("caller").Start();
        if (!isPending)
        {
            gate.SetResult();
        }

        var call = TaskLikeCalls.EchoAsync("four", gate.Task);

        Activity.Current.ShouldBeSameAs(caller);
        recorder.Stopped.Count.ShouldBe(isPending ? 0 : 1);
        gate.TrySetResult();
        await call;
        Activity.Current.ShouldBeSameAs(caller);
        recorder.Stopped.ShouldHaveSingleItem().Parent.ShouldBeSameAs(caller);
    }

    [Fact]
    public void CoreThatThrowsBeforeItReturns_IsRecordedOnce()
    {
        var counts = new OperationCounts("task_like_calls", "count");
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        using var caller = new Activity("caller").Start();
        var calls = 0;

        Should.Throw<ArgumentOutOfRangeException>(() => TaskLikeCalls.CountAsync("", ref calls, out _));

        counts.Errors.ShouldBe(1);
        counts.ErrorRecords.ShouldHaveSingleItem();
        recorder.Stopped.ShouldHaveSingleItem().Status.ShouldBe(ActivityStatusCode.Error);
        Activity.Current.ShouldBeSameAs(caller);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failure_HasTheTagsInItsRecord(bool isPending)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!isPending)
        {
            gate.SetException(new DriveNotFoundException());
        }

        var call = TaskLikeCalls.RetriedByHandAsync(3, gate.Task);
        gate.TrySetException(new DriveNotFoundException());
        await Should.ThrowAsync<DriveNotFoundException>(async () => await call);

        ErrorAggregator.Shared.Recent(1).ShouldHaveSingleItem().Tags["attempt"].ShouldBe("3");
    }

    [Fact]
    public async Task ReferencesAndSpans_ReachCore()
    {
        var counts = new OperationCounts("task_like_calls", "count");
        var calls = 4;
        var call = TaskLikeCalls.CountAsync("three", ref calls, out var length);

        length.ShouldBe(5);
        calls.ShouldBe(5);
        (await call).ShouldBe(5);
        counts.Successes.ShouldBe(1);
    }

    [Theory]
    [InlineData(false, false, 0)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 1)]
    public async Task AnyOfSeveralTokens_ExplainsTheCancellation(bool cancelFirst, bool cancelSecond, int cancellations)
    {
        var counts = new OperationCounts("task_like_calls", "first");
        var cancelled = Task.FromException<int>(new OperationCanceledException());

        await Should.ThrowAsync<OperationCanceledException>(
            async () => await TaskLikeCalls.FirstAsync(cancelled, new CancellationToken(cancelFirst), new CancellationToken(cancelSecond)));

        counts.Cancellations.ShouldBe(cancellations);
        counts.Errors.ShouldBe(1 - cancellations);
    }

    [Fact]
    public void Null_StaysNullAndIsASuccess()
    {
        var counts = new OperationCounts("task_like_calls", "job");
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        using var caller = new Activity("caller").Start();

        TaskLikeCalls.JobAsync(null).ShouldBeNull();
        TaskLikeCalls.JobWithContextAsync(null).ShouldBeNull();

        counts.Successes.ShouldBe(1);
        recorder.Stopped.ShouldHaveSingleItem().Status.ShouldBe(ActivityStatusCode.Unset);
        Activity.Current.ShouldBeSameAs(caller);
    }

    [Fact]
    public async Task CallInAContext_DoesNotComeBackToItWhenTheTypeCanLeaveIt()
    {
        var gate = new TaskCompletionSource();
        var before = SynchronizationContext.Current;
        var context = new CountingContext();
        SynchronizationContext.SetSynchronizationContext(context);
        Job call;
        try
        {
            call = TaskLikeCalls.JobAsync(gate.Task)!;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        gate.SetResult();
        await call;

        context.Posts.ShouldBe(0);
    }

    [Fact]
    public async Task SampledCalls_AreAllCounted()
    {
        EndedThreads.Collect();
        var counts = new OperationCounts("task_like_calls", "sampled");
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        for (var i = 0; i < 100; i++)
        {
            await TaskLikeCalls.SampledAsync();
        }

        counts.Successes.ShouldBe(100);
        recorder.Stopped.Count.ShouldBeInRange(1, 99);
    }

    [Fact]
    public async Task Property_IsObservedToItsEnd()
    {
        var counts = new OperationCounts("task_like_calls", "get_next");
        var next = TaskLikeCalls.Next;
        (await next).ShouldBe(2);

        counts.Successes.ShouldBe(1);
    }

    private sealed class CountingContext : SynchronizationContext
    {
        public int Posts { get; private set; }

        public override void Post(SendOrPostCallback d, object? state)
        {
            Posts++;
            base.Post(d, state);
        }
    }
}
