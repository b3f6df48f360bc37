using System.Diagnostics;
using System.Reflection;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Runtime;
using LlmAspects.Testing;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.IntegrationTests.Wrappers;

public class RetrySuccessTests
{
    private const int Calls = 1_000;

    [Fact]
    public void FirstSuccess_AllocatesNothingAndHandsBackTheSameTask()
    {
        var answer = Task.FromResult("answer");
        var asked = new Retried(TimeProvider.System, (_, _) => answer);
        var done = new Retried(TimeProvider.System, static (_, _) => null);

        asked.AskAsync("question", CancellationToken.None).ShouldBeSameAs(answer);
        AllocatedBy(() => asked.AskAsync("question", CancellationToken.None)).ShouldBe(0);
        AllocatedBy(() => asked.DoAsync(CancellationToken.None, CancellationToken.None)).ShouldBe(0);
        AllocatedBy(() => done.Do("text", 2)).ShouldBe(0);
    }

    [Fact]
    public void FirstSuccess_AllocatesNothingInAnyShape()
    {
        Func<int> value = static () => 1;
        Func<Task> task = static () => Task.CompletedTask;
        Func<ValueTask> valueTask = static () => default;
        Func<ValueTask<bool>> valueTaskOfT = static () => new ValueTask<bool>(true);

        AllocatedBy(() => RetriedPassing.Compute(value)).ShouldBe(0);
        AllocatedBy(() => RetriedPassing.RunAsync(task)).ShouldBe(0);
        AllocatedBy(() => RetriedPassing.RunValueAsync(valueTask).AsTask()).ShouldBe(0);
        AllocatedBy(() => RetriedPassing.ComputeValueAsync(valueTaskOfT).AsTask()).ShouldBe(0);
    }

    [Fact]
    public void PendingFirstSuccessOfValueTask_AllocatesNothingInTheSteadyStateOfAnOptimizedRuntime()
    {
        var source = new ReusableSource();
        Func<ValueTask> run = source.Next;
        Func<ValueTask<bool>> compute = source.NextOfT;

        // Without optimization the compiler writes state machines as classes.
        var isOptimized = typeof(RetryPolicy).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };
        var most = isOptimized ? 0 : 160;

        (AllocatedBy(() => source.Finish(RetriedPassing.RunValueAsync(run))) / Calls).ShouldBeInRange(0, most);
        (AllocatedBy(() => source.Finish(RetriedPassing.ComputeValueAsync(compute))) / Calls).ShouldBeInRange(0, most);
    }

    [Fact]
    public void PendingFirstSuccess_CostsOneSmallObjectBesidesTheWrappersOwn()
    {
        // One each, for a task keeps a list of several continuations.
        var pending = Enumerable.Range(0, 10_001).Select(static _ => new TaskCompletionSource<string>().Task).ToArray();
        var calls = new Retried(TimeProvider.System, (number, _) => pending[number]);
        var (bare, next) = (new Passing(), pending.Length);

        var added = AllocatedBy(() => calls.AskAsync("question", CancellationToken.None)) - AllocatedBy(() => bare.TaskOfTAsync(pending[--next]));

        (added / Calls).ShouldBeInRange(1, 160);
    }

    [Fact]
    public void RetriedAttempts_AreChildSpansWithTheirNumber()
    {
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        var calls = new Retried(new FakeTimeProvider(), static (number, _) => number < 3 ? throw new TimeoutException() : null);

        calls.Ask(7, "class", CancellationToken.None);

        recorder.Stopped.Select(static span => span.OperationName).ShouldBe(["retried.ask.attempt", "retried.ask.attempt", "retried.ask"]);
        var call = recorder.Stopped[2];
        call.Status.ShouldBe(ActivityStatusCode.Unset);
        recorder.Stopped.Take(2).ShouldAllBe(span => span.ParentSpanId == call.SpanId && span.Parent == call && span.Status == ActivityStatusCode.Error);
        recorder.Stopped.Take(2).Select(static span => span.GetTagItem("llmaspects.attempt")).ShouldBe([1, 2]);
        Activity.Current.ShouldBeNull();
    }

    private static long AllocatedBy(Action call) => Enumerable.Range(0, 5).Min(_ => AllocatedByBatch(call));

    private static long AllocatedByBatch(Action call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
        {
            call();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
