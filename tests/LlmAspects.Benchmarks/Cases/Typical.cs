using System.Diagnostics;
using System.Diagnostics.Metrics;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Benchmarks.Cases;

/// <summary>What people write: a using, a Stopwatch, statistics under a lock, catch + throw.</summary>
internal static class Typical
{
    private static readonly Operation Operation = Operation.Create("typical", "call", AspectKinds.ErrorContext | AspectKinds.TracePerformance);
    private static readonly ActivitySource Activities = Operation.Identity.Telemetry.Activities!;
    private static readonly Histogram<double> Durations = Operation.Identity.Telemetry.Instruments.Duration;
    private static readonly Lock Gate = new();
    private static long s_count;
    private static long s_total;
    private static long s_maximum;

    public static int Sync(int value)
    {
        using var activity = Activities.StartActivity("typical.call");
        var watch = Stopwatch.StartNew();
        try
        {
            return Work.Compute(value);
        }
        catch (Exception error)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            Operation.Fail(error, 0, activity, default);
            throw;
        }
        finally
        {
            Record(watch);
        }
    }

    /// <summary>Catch + throw into the sinks of the aspects.</summary>
    public static int Failing(int value)
    {
        var activity = Start("typical.failing");
        var started = Stopwatch.GetTimestamp();
        try
        {
            return Work.Throw(value);
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

    /// <inheritdoc cref="Failing"/>
    public static async Task<int> FaultAsync(bool pending)
    {
        var activity = Start("typical.fault");
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await Work.Fault(pending).ConfigureAwait(false);
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

    /// <summary>An iterator written by the compiler around the stream.</summary>
    public static async IAsyncEnumerable<int> StreamAsync(int count, bool pending)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            await foreach (var item in Work.Stream(count, pending).ConfigureAwait(false))
            {
                yield return item;
            }
        }
        finally
        {
            Record(watch);
        }
    }

    /// <summary>The tags of our spans as well; the failure's tag and status come from the sink.</summary>
    internal static Activity? Start(string name)
    {
        var activity = Activities.HasListeners() ? Activities.StartActivity(name) : null;
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(TelemetryNames.Component, Operation.Component);
            activity.SetTag(TelemetryNames.Operation, Operation.Name);
        }

        return activity;
    }

    private static void Record(Stopwatch watch)
    {
        watch.Stop();
        lock (Gate)
        {
            s_count++;
            s_total += watch.ElapsedTicks;
            s_maximum = Math.Max(s_maximum, watch.ElapsedTicks);
        }

        Durations.Record(watch.Elapsed.TotalSeconds, new("component", "typical"), new("operation", "call"));
    }
}
