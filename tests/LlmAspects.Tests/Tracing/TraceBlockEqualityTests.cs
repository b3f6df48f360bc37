using LlmAspects.Tracing;

namespace LlmAspects.Tests.Tracing;

public sealed class TraceBlockEqualityTests
{
    [Fact]
    public void Blocks_AreEqualWhenTheyAreTheSame()
    {
        using var first = TraceBlock.Start("trace_block_equality", "step");
        using var second = TraceBlock.Start("trace_block_equality", "step");
        var copy = first;

        (first == copy, first != copy, first.Equals((object)copy)).ShouldBe((true, false, true));
        (first == second, first != second, first.Equals((object)second)).ShouldBe((false, true, false));
        first.Equals("block").ShouldBeFalse();
        first.GetHashCode().ShouldBe(copy.GetHashCode());
        (default(TraceBlock) == default).ShouldBeTrue();
    }

    [Fact]
    public void BlockThatServesAgain_IsAnotherBlock()
    {
        var first = TraceBlock.Start("trace_block_again", "step");
        first.Dispose();
        using var second = TraceBlock.Start("trace_block_again", "step");

        (first == second).ShouldBeFalse();
    }

    [Fact]
    public void TagsOfAnEndedBlock_GoNowhere()
    {
        using var spans = new SpanLog(TelemetryNames.DefaultSource);
        var block = TraceBlock.Start("trace_block_tags", "step");
        block.SetTag("before", 1);
        block.Dispose();
        block.SetTag("after", 2);
        block.Fail(new FormatException());

        var span = spans.Stopped.Single(static span => span.DisplayName == "trace_block_tags.step");
        (span.GetTagItem("before"), span.GetTagItem("after")).ShouldBe((1, null));
        block.Activity.ShouldBeNull();
        Recorded.Errors("trace_block_tags").ShouldBeEmpty();
    }
}
