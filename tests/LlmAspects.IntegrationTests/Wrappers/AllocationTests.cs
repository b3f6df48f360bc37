using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Wrappers;

public class AllocationTests
{
    private const int Batches = 5;
    private const int Calls = 1_000;

    private readonly Passing _passing = new();
    private readonly FormatException _error = new();
    private readonly Task<string> _task = Task.FromResult("text");

    [Fact]
    public void Value_AllocatesNothing() => AllocatedBy(() => _passing.Value(1)).ShouldBe(0);

    [Fact]
    public void ErrorContextAlone_AllocatesNothing() => AllocatedBy(() => _passing.ValueWithContext(1)).ShouldBe(0);

    [Fact]
    public void TranslationThatIsNotNeeded_AllocatesNothing() => AllocatedBy(() => Translators.Fail(1, _error)).ShouldBe(0);

    [Fact]
    public void Span_AllocatesNothing() => AllocatedBy(() => _passing.Span("text", 1)).ShouldBe(0);

    [Fact]
    public void CompletedTask_AllocatesNothing()
    {
        AllocatedBy(() => _passing.TaskAsync(Task.CompletedTask)).ShouldBe(0);
        AllocatedBy(() => _passing.TaskOfTAsync(_task)).ShouldBe(0);
        AllocatedBy(() => _passing.TaskWithContextAsync(_task)).ShouldBe(0);
    }

    [Fact]
    public void CompletedValueTask_AllocatesNothing()
        => AllocatedBy(() => _passing.ValueTaskAsync(new ValueTask<bool>(true)).AsTask()).ShouldBe(0);

    [Fact]
    public void AllocatingCall_IsSeen() => AllocatedBy(() => GC.KeepAlive(new object())).ShouldBeGreaterThan(0);

    /// <summary>The least of several batches: a histogram grows when the machine stalls a call, but not in every batch.</summary>
    private static long AllocatedBy(Action call) => Enumerable.Range(0, Batches).Min(_ => AllocatedByBatch(call));

    private static long AllocatedByBatch(Action call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(call);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Repeat(Action call)
    {
        for (var i = 0; i < Calls; i++)
        {
            call();
        }
    }
}
