using LlmAspects.Tracing;

namespace LlmAspects.Tests.Tracing;

public sealed class TraceBlockTests
{
    [Fact]
    public async Task Blocks_NestAndCarryTags()
    {
        using var spans = new SpanLog(TelemetryNames.DefaultSource);

        await using (var outer = TraceBlock.Start("blocks", "outer"))
        {
            outer.SetTag("documents", 3);
            await Task.Yield();
            using var inner = TraceBlock.Start("blocks", "inner");
            inner.Activity.ShouldNotBeNull();
        }

        var ours = spans.Stopped.Where(span => span.OperationName.StartsWith("blocks.", StringComparison.Ordinal)).ToList();
        ours.Select(span => span.OperationName).ShouldBe(["blocks.inner", "blocks.outer"]);
        ours[0].Parent.ShouldBeSameAs(ours[1]);
        ours[1].GetTagItem("documents").ShouldBe(3);
        PerformanceTracer.Shared.GetStats("blocks", "outer").ShouldNotBeNull().SuccessCount.ShouldBe(1);
    }

    [Fact]
    public void FailedBlock_IsAnErrorOnce()
    {
        using var spans = new SpanLog(TelemetryNames.DefaultSource);

        using (var block = TraceBlock.Start("block_failed", "call"))
        {
            block.Fail(new FormatException());
            block.Fail(new FormatException());
        }

        var stats = PerformanceTracer.Shared.GetStats("block_failed", "call").ShouldNotBeNull();
        (stats.Count, stats.ErrorCount).ShouldBe((1, 1));
        Recorded.Errors("block_failed").ShouldHaveSingleItem();
        spans.Stopped.ShouldContain(span => span.OperationName == "block_failed.call" && span.Status == System.Diagnostics.ActivityStatusCode.Error);
    }

    [Fact]
    public void DisposedBlock_NoLongerActs()
    {
        var first = TraceBlock.Start("block_twice", "call");
        first.Dispose();
        using var second = TraceBlock.Start("block_twice", "call");

        first.Dispose();
        first.Fail(new FormatException());

        var stats = PerformanceTracer.Shared.GetStats("block_twice", "call").ShouldNotBeNull();
        (stats.Count, stats.ErrorCount).ShouldBe((1, 0));
        first.Activity.ShouldBeNull();
        (first == second).ShouldBeFalse();
        (first != second).ShouldBeTrue();
        first.Equals((object)first).ShouldBeTrue();
    }

    [Fact]
    public void DefaultBlock_DoesNothing()
    {
        var block = default(TraceBlock);

        block.SetTag("key", "value");
        block.Fail(new FormatException());
        block.Dispose();

        block.Activity.ShouldBeNull();
    }

    [Fact]
    public void BadArguments_AreRefused()
    {
        Should.Throw<ArgumentException>(() => TraceBlock.Start("", "name"));
        Should.Throw<ArgumentNullException>(() => TraceBlock.Start("component", null!));
        Should.Throw<ArgumentNullException>(() => default(TraceBlock).Fail(null!));
    }
}
