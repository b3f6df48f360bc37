using LlmAspects.Cli.Ask;
using LlmAspects.Tracing;

namespace LlmAspects.Cli.Tests.Ask;

public sealed class TraceTreeTests
{
    [Fact]
    public void Tree_ShowsNestingDurationsTagsAndFailures()
    {
        TraceNode root = Node("ask", 10) with
        {
            Children =
            [
                Node("first", 4) with { Outcome = OperationOutcome.Failed, ErrorType = "System.TimeoutException", Children = [Node("inner", null)] },
                Node("left", 1) with { Outcome = OperationOutcome.DisposedEarly },
                Node("dropped", 2) with { Outcome = OperationOutcome.Abandoned },
                Node("second", 5) with { Tags = new Dictionary<string, string> { ["llmaspects.model"] = "m", ["other"] = new string('x', 33) } },
            ],
            DroppedSpans = 3,
        };

        TraceTree.Draw(root).ShouldBe(
        [
            "ask  10.00 ms",
            "├─ first  4.00 ms  FAILED System.TimeoutException",
            "│  └─ inner  not ended",
            "├─ left  1.00 ms  disposed early",
            "├─ dropped  2.00 ms  abandoned",
            $"└─ second  5.00 ms  model=m  other={new string('x', 32)}...",
            "(3 more are not shown)",
        ]);
    }

    private static TraceNode Node(string name, double? milliseconds) => new()
    {
        Name = name,
        TraceId = "t",
        SpanId = "s",
        StartedAt = DateTimeOffset.UnixEpoch,
        DurationMilliseconds = milliseconds,
    };
}
