using System.Runtime.CompilerServices;
using LlmAspects.Errors;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Runtime;

public sealed class ManyThreadsTests
{
    private const int Threads = 16;
    private const int CallsEach = 1_000_000;
    private const int FailsEvery = 100;

    [Fact]
    public void SixteenMillionCalls_AreCountedExactlyInFlatMemory()
    {
        var service = new EmittedService("crowded");
        Run(service, callsEach: FailsEvery);
        var (errorsBefore, memoryBefore) = (ErrorAggregator.Shared.TotalCount, MemoryInUse());

        Run(service, CallsEach);

        const long Calls = Threads * (CallsEach + FailsEvery);
        const long Failed = Calls / FailsEvery;
        var stats = Recorded.Stats("crowded");
        (stats.Count, stats.SuccessCount, stats.ErrorCount).ShouldBe((Calls, Calls - Failed, Failed));
        stats.Distribution.ShouldNotBeNull().Sum(bucket => bucket.Count).ShouldBe(Calls);
        (ErrorAggregator.Shared.TotalCount - errorsBefore).ShouldBe(Threads * CallsEach / FailsEvery);
        ErrorAggregator.Shared.Groups().Single(group => group.Component == "crowded").Occurrences.ShouldBe(Failed);
        ErrorAggregator.Shared.GetErrorRate(TimeSpan.FromMinutes(5), "crowded").ShouldBe(new ErrorRate { Window = TimeSpan.FromMinutes(5), Calls = Calls, Errors = Failed });
        (MemoryInUse() - memoryBefore).ShouldBeLessThan(2 << 20, "what is kept is bounded");
    }

    private static void Run(EmittedService service, int callsEach)
    {
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            for (var call = 1; call <= callsEach; call++)
            {
                Call(service, call % FailsEvery == 0);
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Call(EmittedService service, bool fails)
    {
        try
        {
            service.Call<int>(fails ? static () => throw new FormatException() : static () => 1);
        }
        catch (FormatException)
        {
            // One in a hundred fails on purpose.
        }
    }

    private static long MemoryInUse()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
