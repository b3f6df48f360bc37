using System.Diagnostics;
using LlmAspects.Benchmarks.Measuring;

namespace LlmAspects.Benchmarks.Cases;

/// <summary>Loops around the ways to call; the delegate costs all cases the same.</summary>
internal static class Loops
{
    private static long s_sink;

    public static BenchmarkCase Sync(string name, Func<int, int> call) => new(name, count =>
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            sum += call(i);
        }

        s_sink = sum;
    });

    /// <summary>Tells how fast the machine is: what nanoseconds were promised for has read its clock in so many of them.</summary>
    public static BenchmarkCase ClockReads(string name) => Sync(name, static _ => (int)Stopwatch.GetTimestamp());

    public static BenchmarkCase Throwing(string name, Func<int, int> call) => new(name, count =>
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            try
            {
                sum += call(i);
            }
            catch (InvalidOperationException)
            {
                sum++;
            }
        }

        s_sink = sum;
    });

    public static BenchmarkCase Completed(string name, Func<int, Task<int>> call) => new(name, count =>
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            sum += call(i).Result;
        }

        s_sink = sum;
    });

    public static BenchmarkCase CompletedValue(string name, Func<int, ValueTask<int>> call) => new(name, count =>
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            var task = call(i);
            sum += task.IsCompletedSuccessfully ? task.Result : throw new InvalidOperationException("The value task is pending.");
        }

        s_sink = sum;
    });

    /// <summary>The caller looks at the task and does not throw: only the wrapper's own work is left.</summary>
    public static BenchmarkCase Faulted(string name, Func<bool, Task<int>> call) => new(name, count =>
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            sum += call(false).Exception!.InnerExceptions.Count;
        }

        s_sink = sum;
    });

    public static BenchmarkCase Pending(string name, Func<int, Task<int>> call) => Fired(name, async count =>
    {
        for (var i = 0; i < count; i++)
        {
            s_sink += await call(i);
        }
    });

    public static BenchmarkCase PendingValue(string name, Func<int, ValueTask<int>> call) => Fired(name, async count =>
    {
        for (var i = 0; i < count; i++)
        {
            s_sink += await call(i);
        }
    });

    public static BenchmarkCase PendingFault(string name, Func<bool, Task<int>> call) => Fired(name, async count =>
    {
        for (var i = 0; i < count; i++)
        {
            try
            {
                s_sink += await call(true);
            }
            catch (InvalidOperationException)
            {
                s_sink++;
            }
        }
    });

    public static BenchmarkCase Items(string name, Func<int, bool, IAsyncEnumerable<int>> call) => new(name, count => Check(Drain(call(count, false))));

    public static BenchmarkCase PendingItems(string name, Func<int, bool, IAsyncEnumerable<int>> call) => Fired(name, count => Drain(call(count, true)));

    private static BenchmarkCase Fired(string name, Func<int, Task> consume) => new(name, count =>
    {
        var consumer = consume(count);
        for (var i = 0; i < count; i++)
        {
            Work.Signal.Fire();
        }

        Check(consumer);
    });

    private static async Task Drain(IAsyncEnumerable<int> stream)
    {
        await foreach (var item in stream)
        {
            s_sink += item;
        }
    }

    private static void Check(Task consumer)
    {
        if (!consumer.IsCompletedSuccessfully)
        {
            throw new InvalidOperationException("The consumer has not finished: the case does not do what it is measured for.", consumer.Exception);
        }
    }
}
