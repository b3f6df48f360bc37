using LlmAspects.Errors;
using LlmAspects.Tracing;

namespace LlmAspects.Benchmarks.Soak;

/// <summary>One line of the table.</summary>
internal static class SoakReading
{
    /// <summary>Prints what is in use and returns the bytes of the heap.</summary>
    public static long Print(TimeSpan elapsed, SoakLoad load)
    {
        // Read as a user would, so that reading is under test as well.
        var stats = PerformanceTracer.Shared.GetStats(SoakLoad.Component, "sync") ?? throw new InvalidOperationException("Nothing was called.");
        _ = PerformanceTracer.Shared.GetRecentMetrics().Count + ErrorAggregator.Shared.Recent().Count + ErrorAggregator.Shared.Groups().Count;
        var heap = load.Paused(static () =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return GC.GetTotalMemory(forceFullCollection: true);
        });
        Console.WriteLine(FormattableString.Invariant(
            $"| {elapsed.TotalMinutes:0.0} | {stats.Count} | {stats.ErrorCount} | {heap / 1024} | {Environment.WorkingSet >> 20} | {PerformanceTracer.EstimatedMemoryBytes / 1024} |"));
        return heap;
    }
}
