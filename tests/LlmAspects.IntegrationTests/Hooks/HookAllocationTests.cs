using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Hooks;

public class HookAllocationTests
{
    private const int Calls = 1_000;

    private readonly Counted _counted = new();
    private readonly Task<string> _task = Task.FromResult("text");

    [Fact]
    public void Success_AllocatesNothing()
    {
        var before = Counting.Total;

        AllocatedBy(() => _counted.Value(1)).ShouldBe(0);
        AllocatedBy(() => _counted.ValueAlone(1)).ShouldBe(0);
        AllocatedBy(() => _counted.TaskAsync(_task)).ShouldBe(0);
        AllocatedBy(() => _counted.TaskAloneAsync(Task.CompletedTask)).ShouldBe(0);
        AllocatedBy(() => _counted.ValueTaskAsync(1).AsTask()).ShouldBe(0);

        Counting.Total.ShouldBeGreaterThan(before + (25 * Calls));
    }

    [Fact]
    public void CompletedTask_IsTheSameInstance()
    {
        _counted.TaskAsync(_task).ShouldBeSameAs(_task);
        _counted.TaskAloneAsync(Task.CompletedTask).ShouldBeSameAs(Task.CompletedTask);
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
