namespace LlmAspects.Benchmarks.Measuring;

/// <summary>Counts the bytes of one operation exactly: what a loop allocates once cancels out between a short and a long one.</summary>
internal static class AllocationGauge
{
    private const int Short = 1_000;
    private const int Long = 3_000;
    private const int Repetitions = 5;

    // The least of several: a table of the runtime that happens to grow meanwhile is not the operation's.
    public static double BytesPerOperation(Action<int> run)
        => Enumerable.Range(0, Repetitions).Min(_ => (Allocated(run, Long) - Allocated(run, Short)) / (double)(Long - Short));

    private static long Allocated(Action<int> run, int count)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        run(count);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
