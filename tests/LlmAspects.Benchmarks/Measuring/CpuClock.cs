using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LlmAspects.Benchmarks.Measuring;

/// <summary>The processor time of the calling thread, so that what else runs on the machine is not billed; elsewhere than on Linux, the wall clock.</summary>
internal static unsafe partial class CpuClock
{
    private const int ThreadCpuTime = 3;

    public static bool IsCpuTime { get; } = OperatingSystem.IsLinux();

    public static long Nanoseconds()
    {
        if (!IsCpuTime)
        {
            return (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));
        }

        var time = stackalloc long[2];
        return ReadClock(ThreadCpuTime, time) == 0 ? (time[0] * 1_000_000_000) + time[1] : throw new InvalidOperationException("clock_gettime failed.");
    }

    /// <summary>The nanoseconds that some work takes.</summary>
    public static long Time(Action work)
    {
        long start = Nanoseconds();
        work();
        return Nanoseconds() - start;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ReadClock(int clock, long* time);
}
