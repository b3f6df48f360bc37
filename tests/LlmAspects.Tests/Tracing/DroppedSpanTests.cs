using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Tracing;

public sealed class DroppedSpanTests
{
    [Fact]
    public void DroppedSpan_LeavesItsChildrenToItsParent()
    {
        var (outer, leaf) = (new EmittedService("drop_outer"), new EmittedService("drop_leaf"));
        var middle = Dropped("drop_middle");
        using var recorder = new TraceRecorder();

        outer.Call(() => Call(middle, () => Call(middle, () => leaf.Call(() => 1)) + leaf.Call(() => 2)) + leaf.Call(() => 3));

        var root = recorder.GetTraces().ShouldHaveSingleItem();
        root.Children.Select(child => child.Name).ShouldBe(["drop_leaf.call", "drop_leaf.call", "drop_leaf.call"]);
        root.DroppedSpans.ShouldBe(0);
    }

    [Fact]
    public void DroppedRoot_TakesItsTraceWithIt()
    {
        var leaf = new EmittedService("drop_leaf_of_root");
        using var recorder = new TraceRecorder();

        Call(Dropped("drop_root"), () => leaf.Call(() => 1));

        recorder.GetTraces().ShouldBeEmpty();
    }

    [Fact]
    public void DroppedSpans_GiveTheirRoomBack()
    {
        var (outer, leaf) = (new EmittedService("room_outer"), new EmittedService("room_leaf"));
        var dropped = Dropped("room_middle");
        using var recorder = new TraceRecorder(new TraceRecorderOptions { MaximumSpansPerTrace = 2 });

        outer.Call(() => Call(dropped, () => 1) + leaf.Call(() => 2));

        recorder.GetTraces().ShouldHaveSingleItem().Children.ShouldHaveSingleItem().Name.ShouldBe("room_leaf.call");
    }

    private static Operation Dropped(string component) =>
        Operation.Create(component, "call", AspectKinds.TracePerformance, component, new OperationOptions { FailedOnly = true });

    private static int Call(Operation operation, Func<int> core)
    {
        var activity = operation.Start();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var result = core();
        operation.Exit(started, activity);
        return result;
    }
}
