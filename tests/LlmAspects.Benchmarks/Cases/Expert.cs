using System.Diagnostics;
using System.Diagnostics.Metrics;
using LlmAspects.Runtime;

namespace LlmAspects.Benchmarks.Cases;

/// <summary>EXPERT: the least that can be written by hand into the same sinks.</summary>
internal static class Expert
{
    private static readonly Operation Operation = Operation.Create("expert", "call", AspectKinds.ErrorContext | AspectKinds.TracePerformance);
    private static readonly int Id = Operation.Identity.Id;
    private static readonly ActivitySource Activities = Operation.Identity.Telemetry.Activities!;
    private static readonly Histogram<double> Durations = Operation.Identity.Telemetry.Instruments.Duration;

    public static int Sync(int value)
    {
        var activity = Start();
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = Work.Compute(value);
            Succeed(started);
            return result;
        }
        catch (Exception error)
        {
            Operation.Fail(error, started, activity, default);
            throw;
        }
        finally
        {
            activity?.Dispose();
        }
    }

    public static Task<int> CompletedAsync(int value) => Observed(Work.Complete(), Stopwatch.GetTimestamp(), Start());

    public static Task<int> PendingAsync(int value)
    {
        var started = Stopwatch.GetTimestamp();
        return Observed(Work.Suspend(value), started, Start());
    }

    public static ValueTask<int> CompletedValueAsync(int value)
    {
        var started = Stopwatch.GetTimestamp();
        return Observed(Work.CompleteValue(value), started, Start());
    }

    /// <summary>The async helper that everybody puts behind the fast path.</summary>
    public static ValueTask<int> PendingValueAsync(int value)
    {
        var started = Stopwatch.GetTimestamp();
        return Observed(Work.SuspendValue(value), started, Start());
    }

    private static Activity? Start() => Activities.HasListeners() ? Activities.StartActivity("expert.call") : null;

    private static void Succeed(long started)
    {
        var ended = Stopwatch.GetTimestamp();
        StatisticsRecorder.Succeed(Id, ended - started, ended);
        if (Durations.Enabled)
        {
            OperationMetrics.Succeeded(Operation.Identity, Durations, ended - started);
        }
    }

    private static Task<int> Observed(Task<int> task, long started, Activity? activity)
    {
        if (!task.IsCompletedSuccessfully || activity is not null)
        {
            return Slow(task, started, activity);
        }

        Succeed(started);
        return task;

        static async Task<int> Slow(Task<int> task, long started, Activity? activity)
        {
            try
            {
                var result = await task.ConfigureAwait(false);
                Succeed(started);
                return result;
            }
            catch (Exception error)
            {
                Operation.Fail(error, started, activity, default);
                throw;
            }
            finally
            {
                activity?.Dispose();
            }
        }
    }

    private static ValueTask<int> Observed(ValueTask<int> task, long started, Activity? activity)
    {
        if (!task.IsCompletedSuccessfully || activity is not null)
        {
            return Slow(task, started, activity);
        }

        Succeed(started);
        return task;

        static async ValueTask<int> Slow(ValueTask<int> task, long started, Activity? activity)
        {
            try
            {
                var result = await task.ConfigureAwait(false);
                Succeed(started);
                return result;
            }
            catch (Exception error)
            {
                Operation.Fail(error, started, activity, default);
                throw;
            }
            finally
            {
                activity?.Dispose();
            }
        }
    }
}
