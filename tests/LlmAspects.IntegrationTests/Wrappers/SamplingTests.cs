using System.Diagnostics;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Tracing;

namespace LlmAspects.IntegrationTests.Wrappers;

public class SamplingTests
{
    [Fact]
    public void Value_CountsEveryCallAndTimesOneInFour() => OnOneThread(() =>
    {
        var counts = new OperationCounts("sampled", "value");
        var untimed = Untimed("value");

        for (var call = 0; call < 8; call++)
        {
            SampledCalls.Value(call);
        }

        counts.Calls.ShouldBe(8);
        counts.Successes.ShouldBe(8);
        (Untimed("value") - untimed).ShouldBe(6);
    });

    [Fact]
    public void Failure_IsCountedAndRecordedWhetherTimedOrNot() => OnOneThread(() =>
    {
        var counts = new OperationCounts("sampled", "value");

        for (var call = 0; call < 8; call++)
        {
            Should.Throw<ArgumentOutOfRangeException>(() => SampledCalls.Value(-1));
        }

        counts.Errors.ShouldBe(8);
        counts.Calls.ShouldBe(8);
        counts.ErrorRecords.Count(static record => record.Operation == "value").ShouldBe(8);
    });

    [Fact]
    public void Tagged_HasSpansOfTheSampleOnly() => OnOneThread(() =>
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == AssemblySettings.Source,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);
        var counts = new OperationCounts("sampled", "tagged");

        for (var call = 0; call < 8; call++)
        {
            SampledCalls.Tagged(call);
        }

        counts.Successes.ShouldBe(8);
        spans.Where(static span => span.OperationName == "sampled.tagged").Select(static span => span.GetTagItem("number")).ShouldBe([0L, 4L], ignoreOrder: false);
    });

    [Fact]
    public void Task_CountsPendingAndCompletedCalls() => OnOneThread(() =>
    {
        var counts = new OperationCounts("sampled", "task");
        var pending = new TaskCompletionSource<int>();

        var results = Enumerable.Range(0, 8).Select(call => SampledCalls.TaskAsync(call % 2 == 0 ? Task.FromResult(call) : pending.Task)).ToArray();
        pending.SetResult(1);
        Task.WaitAll(results);

        counts.Successes.ShouldBe(8);
    });

    [Fact]
    public void FaultedTask_IsCountedOnceWhetherTimedOrNot() => OnOneThread(() =>
    {
        var counts = new OperationCounts("sampled", "task");
        var pending = new TaskCompletionSource<int>();

        var results = Enumerable.Range(0, 8)
            .Select(call => SampledCalls.TaskAsync(call % 2 == 0 ? Task.FromException<int>(new FormatException()) : pending.Task)).ToArray();
        pending.SetException(new FormatException());

        Should.Throw<AggregateException>(() => Task.WaitAll(results)).InnerExceptions.Count.ShouldBe(8);
        counts.Calls.ShouldBe(8);
        counts.Errors.ShouldBe(8);
    });

    [Fact]
    public void ValueTask_IsCountedOnceHoweverItEnds() => OnOneThread(() =>
    {
        var counts = new OperationCounts("sampled", "value_task");
        var pending = new TaskCompletionSource<int>();

        var results = Enumerable.Range(0, 8).Select(call => SampledCalls.ValueTaskAsync(call % 2 == 0 ? new(call) : new(pending.Task))).ToArray();
        pending.SetResult(1);
        foreach (var result in results)
        {
            result.AsTask().GetAwaiter().GetResult();
        }

        counts.Calls.ShouldBe(8);
        counts.Successes.ShouldBe(8);
    });

    [Fact]
    public async Task Stream_CountsEveryEnumeration()
    {
        var counts = new OperationCounts("sampled", "stream");

        for (var call = 0; call < 8; call++)
        {
            (await SampledCalls.StreamAsync(2).CountAsync()).ShouldBe(2);
        }

        counts.Successes.ShouldBe(8);
    }

    [Fact]
    public void Success_AllocatesNothing() => OnOneThread(() =>
    {
        SampledCalls.Value(1);
        SampledCalls.Value(1);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var call = 0; call < 8; call++)
        {
            SampledCalls.Value(call);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    });

    private static long Untimed(string operation) => PerformanceTracer.Shared.GetStats("sampled", operation, AssemblySettings.Source)?.UntimedCount ?? 0;

    // A thread counts for itself, and a new one begins with a timed call only if no other has left it its numbers.
    private static void OnOneThread(Action test)
    {
        EndedThreads.Collect();
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                test();
            }
            catch (Exception error)
            {
                failure = error;
            }
        });
        thread.Start();
        thread.Join();
        if (failure is not null)
        {
            throw new InvalidOperationException("The test failed on its thread.", failure);
        }
    }
}
