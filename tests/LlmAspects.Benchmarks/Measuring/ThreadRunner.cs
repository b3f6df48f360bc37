namespace LlmAspects.Benchmarks.Measuring;

/// <summary>Runs one case on several threads at once and returns the processor time of one operation, the slowest thread's.</summary>
internal static class ThreadRunner
{
    public static double NanosecondsPerOperation(BenchmarkCase item, int threads, int count)
    {
        // Threads that have ended give their cells back when they are finalized; without cells left the next ones would share and lock.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var times = new double[threads];
        using var start = new Barrier(threads);
        var workers = Enumerable.Range(0, threads).Select(index => new Thread(() =>
        {
            item.Run(2_000);
            start.SignalAndWait();
            var before = CpuClock.Nanoseconds();
            item.Run(count);
            times[index] = (CpuClock.Nanoseconds() - before) / (double)count;
        })).ToArray();
        Array.ForEach(workers, static worker => worker.Start());
        Array.ForEach(workers, static worker => worker.Join());
        return times.Max();
    }
}
