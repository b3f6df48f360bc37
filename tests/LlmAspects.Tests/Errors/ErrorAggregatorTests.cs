using LlmAspects.Errors;

namespace LlmAspects.Tests.Errors;

public sealed class ErrorAggregatorTests
{
    [Fact]
    public void Defaults_ArePinned()
    {
        ErrorAggregator.DefaultCapacity.ShouldBe(1024);
        new ErrorAggregator().Capacity.ShouldBe(1024);
        ErrorAggregator.Shared.RecordMessages.ShouldBeFalse();
    }

    [Fact]
    public void Recent_IsNewestFirstAndBounded()
    {
        var errors = new ErrorAggregator(capacity: 4);

        for (var number = 0; number < 10; number++)
        {
            errors.Add(Error($"T{number}"));
        }

        errors.TotalCount.ShouldBe(10);
        errors.Recent().Select(error => error.ExceptionType).ShouldBe(["T9", "T8", "T7", "T6"]);
        errors.Recent(2).Select(error => error.ExceptionType).ShouldBe(["T9", "T8"]);
        errors.Recent(0).ShouldBeEmpty();
    }

    [Fact]
    public void Counts_AreByTypeAndComponent()
    {
        var errors = new ErrorAggregator();
        errors.Add(Error("A", "router"));
        errors.Add(Error("A", "cache"));
        errors.Add(Error("B", "cache"));

        errors.CountByExceptionType().ShouldBe(new Dictionary<string, long> { ["A"] = 2, ["B"] = 1 }, ignoreOrder: true);
        errors.CountByComponent().ShouldBe(new Dictionary<string, long> { ["router"] = 1, ["cache"] = 2 }, ignoreOrder: true);
    }

    [Fact]
    public void Clear_ForgetsAndCountsAnew()
    {
        var errors = new ErrorAggregator();
        errors.Add(Error("A"));

        errors.Clear();
        errors.Recent().ShouldBeEmpty();
        errors.TotalCount.ShouldBe(0);
        errors.Add(Error("B"));

        errors.Recent().ShouldHaveSingleItem().ExceptionType.ShouldBe("B");
        errors.TotalCount.ShouldBe(1);
    }

    [Fact]
    public void ConcurrentAdds_AreAllCountedAndKept()
    {
        var errors = new ErrorAggregator(capacity: 8192);

        Parallel.For(0, 8000, number => errors.Add(Error($"T{number}")));

        errors.TotalCount.ShouldBe(8000);
        errors.Recent().Select(error => error.ExceptionType).Distinct().Count().ShouldBe(8000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData((1 << 20) + 1)]
    public void CapacityOutOfRange_IsRefused(int capacity) => Should.Throw<ArgumentOutOfRangeException>(() => new ErrorAggregator(capacity));

    [Fact]
    public void NegativeMaximum_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => new ErrorAggregator().Recent(-1));

    [Fact]
    public void NullRecord_IsRefused() => Should.Throw<ArgumentNullException>(() => new ErrorAggregator().Add(null!));

    [Fact]
    public void Clear_LetsGoOfWhatWasKept()
    {
        var errors = new ErrorAggregator(capacity: 2);
        var kept = AddAndForget(errors);

        errors.Clear();
        GC.Collect();

        kept.ShouldAllBe(static record => !record.IsAlive);
        GC.KeepAlive(errors);
    }

    [Fact]
    public void ClearDuringAdds_LosesNothingAddedAfterIt()
    {
        for (var round = 0; round < 2000; round++)
        {
            var aggregator = new ErrorAggregator(capacity: 4096);
            using var start = new Barrier(2);
            var writer = new Thread(() =>
            {
                start.SignalAndWait();
                for (var error = 0; error < 50; error++)
                {
                    aggregator.Add(Error("E"));
                }
            });
            writer.Start();
            start.SignalAndWait();
            aggregator.Clear();
            writer.Join();

            aggregator.Recent().Count.ShouldBe((int)aggregator.TotalCount);
        }
    }

    // A frame of its own, so that no local keeps them alive.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]

    private static WeakReference[] AddAndForget(ErrorAggregator errors)
    {
        ErrorRecord[] records = [Error("A"), Error("B")];
        foreach (var record in records)
        {
            errors.Add(record);
        }

        return [.. records.Select(static record => new WeakReference(record))];
    }

    private static ErrorRecord Error(string type, string component = "component") =>
        new() { Timestamp = DateTimeOffset.UnixEpoch, Component = component, Operation = "call", ExceptionType = type };
}
