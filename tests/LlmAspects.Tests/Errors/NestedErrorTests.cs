using LlmAspects.Errors;
using LlmAspects.Runtime;

namespace LlmAspects.Tests.Errors;

public sealed class NestedErrorTests
{
    private const AspectKinds Both = AspectKinds.ErrorContext | AspectKinds.TracePerformance;

    [Fact]
    public void ExceptionThroughThreeLevels_IsOneRecordWithItsPath()
    {
        var (outer, middle, inner) = (new EmittedService("nested_outer"), new EmittedService("nested_middle"), new EmittedService("nested_inner"));
        var before = ErrorAggregator.Shared.TotalCount;

        Should.Throw<FormatException>(() => outer.Call(() => middle.Call(() => inner.Call<int>(() => throw new FormatException()))));

        ErrorAggregator.Shared.TotalCount.ShouldBe(before + 1);
        Recorded.Errors("nested_inner").ShouldHaveSingleItem().Path.ShouldBe(["nested_inner.call", "nested_middle.call", "nested_outer.call"]);
        Recorded.Stats("nested_outer").ErrorCount.ShouldBe(1);
        Recorded.Stats("nested_middle").ErrorCount.ShouldBe(1);
    }

    [Theory]
    [InlineData(Both)]
    [InlineData(AspectKinds.ErrorContext)]
    public void CachedException_IsNewEachTimeItIsThrown(AspectKinds aspects)
    {
        var inner = Operation.Create($"cached_inner_{aspects}", "call", aspects);
        var outer = Operation.Create($"cached_outer_{aspects}", "call", aspects);
        var error = new FormatException();
        var before = ErrorAggregator.Shared.TotalCount;

        for (var call = 0; call < 5; call++)
        {
            Level(outer, () => Level(inner, () => throw error));
        }

        ErrorAggregator.Shared.TotalCount.ShouldBe(before + 5);
        ErrorAggregator.Shared.Recent(5).ShouldAllBe(record => record.Path.SequenceEqual(new[] { inner.Identity.SpanName, outer.Identity.SpanName }));

        void Level(Operation operation, Action body)
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            try
            {
                body();
            }
            catch (FormatException caught) when (!Observe(operation, caught, started))
            {
                if (ReferenceEquals(operation, inner))
                {
                    throw;
                }
            }
        }

        bool Observe(Operation operation, Exception caught, long started) =>
            aspects == Both ? operation.Observe(caught, started, null) : operation.Observe(caught);
    }

    [Fact]
    public async Task AsyncLevels_AreOneRecord()
    {
        var (outer, inner) = (new EmittedService("nested_async_outer"), new EmittedService("nested_async_inner"));
        var before = ErrorAggregator.Shared.TotalCount;

        await Record.ExceptionAsync(() => outer.CallAsync(async () => await inner.CallAsync(async () =>
        {
            await Task.Yield();
            throw new FormatException();
        })));

        ErrorAggregator.Shared.TotalCount.ShouldBe(before + 1);
        Recorded.Errors("nested_async_inner").ShouldHaveSingleItem().Path.ShouldBe(["nested_async_inner.call", "nested_async_outer.call"]);
    }

    [Fact]
    public void WrappedException_IsANewRecordThatNamesItsCause()
    {
        var (outer, inner) = (new EmittedService("wrapping_outer"), new EmittedService("wrapping_inner"));

        Should.Throw<InvalidOperationException>(() => outer.Call<int>(() =>
        {
            try
            {
                return inner.Call<int>(() => throw new FormatException());
            }
            catch (FormatException cause)
            {
                throw new InvalidOperationException("wrapped", cause);
            }
        }));

        Recorded.Errors("wrapping_inner").ShouldHaveSingleItem().Path.ShouldBe(["wrapping_inner.call"]);
        Recorded.Errors("wrapping_outer").ShouldHaveSingleItem().CauseType.ShouldBe("System.FormatException");
    }

    [Fact]
    public void CachedExceptionRetriedInsideOneCall_IsTwoOccurrences()
    {
        var (outer, inner) = (new EmittedService("retried_outer"), new EmittedService("retried_inner"));
        var error = new FormatException();

        Should.Throw<FormatException>(() => outer.Call(() =>
        {
            Should.Throw<FormatException>(() => inner.Call<int>(() => throw error));
            return inner.Call<int>(() => throw error);
        }));

        var records = Recorded.Errors("retried_inner");
        records.Count.ShouldBe(2);
        records[0].Path.ShouldBe(["retried_inner.call", "retried_outer.call"]);
        records[1].Path.ShouldBe(["retried_inner.call"]);
    }

    [Fact]
    public void DeepRecursion_IsOneRecordWithABoundedPath()
    {
        var service = new EmittedService("nested_deep");

        Should.Throw<FormatException>(() => Descend(1000));

        var path = Recorded.Errors("nested_deep").ShouldHaveSingleItem().Path;
        path.Count.ShouldBe(ErrorEntry.MaximumPathLength);
        Recorded.Stats("nested_deep").ErrorCount.ShouldBe(1000);

        int Descend(int levels) => service.Call(() => levels > 1 ? Descend(levels - 1) : throw new FormatException());
    }
}
