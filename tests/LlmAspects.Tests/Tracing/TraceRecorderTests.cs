using System.Diagnostics;
using LlmAspects.Reports;
using LlmAspects.Runtime;
using LlmAspects.Tracing;

namespace LlmAspects.Tests.Tracing;

public sealed class TraceRecorderTests
{
    [Fact]
    public void NestedCalls_BecomeATree()
    {
        var (outer, inner) = (new EmittedService("tree_outer"), new EmittedService("tree_inner"));
        using var recorder = new TraceRecorder();

        outer.Call(() =>
        {
            Activity.Current!.SetTag("model", "local").SetTag("tokens", 12);
            inner.Call(() => 1);
            Record.Exception(() => inner.Call<int>(() => throw new FormatException()));
            return 0;
        });

        var root = recorder.GetTraces().ShouldHaveSingleItem();
        (root.Name, root.Component, root.Operation).ShouldBe(("tree_outer.call", "tree_outer", "call"));
        root.Tags.ShouldBe(new Dictionary<string, string> { ["model"] = "local", ["tokens"] = "12" }, ignoreOrder: true);
        root.Outcome.ShouldBe(OperationOutcome.Succeeded);
        root.DurationMilliseconds.ShouldNotBeNull();
        root.Children.Select(child => child.Outcome).ShouldBe([OperationOutcome.Succeeded, OperationOutcome.Failed]);
        root.Children[1].ErrorType.ShouldBe("System.FormatException");
        root.Children.ShouldAllBe(child => child.TraceId == root.TraceId && child.SpanId != root.SpanId);
    }

    [Fact]
    public void UnaskedSourceBetween_IsBridged()
    {
        var (outer, inner) = (new EmittedService("bridge_outer"), new EmittedService("bridge_inner"));
        using var recorder = new TraceRecorder();

        outer.Call(() =>
        {
            using var foreign = new Activity("foreign").Start();
            return inner.Call(() => 1);
        });

        recorder.GetTraces().ShouldHaveSingleItem().Children.ShouldHaveSingleItem().Name.ShouldBe("bridge_inner.call");
    }

    [Fact]
    public void AdditionalSource_IsRecorded()
    {
        using var source = new ActivitySource("Vendor.Client");
        using var recorder = new TraceRecorder(new TraceRecorderOptions { AdditionalSources = ["Vendor.Client"] });

        source.StartActivity("request")!.Dispose();

        recorder.GetTraces().ShouldHaveSingleItem().Name.ShouldBe("request");
    }

    [Fact]
    public void Bounds_KeepTheNewestAndCountWhatIsLeftOut()
    {
        var (outer, inner) = (new EmittedService("bound_outer"), new EmittedService("bound_inner"));
        using var recorder = new TraceRecorder(new TraceRecorderOptions { MaximumTraces = 2, MaximumSpansPerTrace = 2 });

        for (var trace = 0; trace < 3; trace++)
        {
            outer.Call(() =>
            {
                Activity.Current!.SetTag("number", trace);
                return inner.Call(() => inner.Call(() => 1) + inner.Call(() => 1));
            });
        }

        var traces = recorder.GetTraces();
        traces.Select(root => root.Tags["number"]).ShouldBe(["2", "1"]);
        traces.ShouldAllBe(root => root.Children.Count == 1 && root.DroppedSpans == 2);
        recorder.Clear();
        recorder.GetTraces().ShouldBeEmpty();
    }

    [Fact]
    public void DeepRecursion_StaysReadableAsAReport()
    {
        var service = new EmittedService("recorder_deep");
        using var recorder = new TraceRecorder(new TraceRecorderOptions { MaximumSpansPerTrace = 5000 });

        Descend(2000);

        var traces = recorder.GetTraces();
        var depth = Levels(traces[0]);
        (depth + traces[0].DroppedSpans).ShouldBe(2000);
        depth.ShouldBe(TraceRecorder.MaximumDepth);
        var report = PerformanceReport.Create(traces);
        Levels(PerformanceReport.FromJson(report.ToJson()).Traces[0]).ShouldBe(depth);
        report.ToMarkdown().ShouldContain("more spans were left out");

        int Descend(int levels) => service.Call(() => levels > 1 ? Descend(levels - 1) : 0);

        static int Levels(TraceNode node) => 1 + (node.Children.Count == 0 ? 0 : Levels(node.Children[0]));
    }

    [Fact]
    public void TagThatCannotBeWritten_DoesNotCostTheTrace()
    {
        using var source = new ActivitySource("Vendor.Tags");
        using var recorder = new TraceRecorder(new TraceRecorderOptions { AdditionalSources = ["Vendor.Tags"] });

        source.StartActivity("request")!.SetTag("bad", new Unwritable()).SetTag("good", 1).Dispose();

        recorder.GetTraces().ShouldHaveSingleItem().Tags.ShouldBe(new Dictionary<string, string> { ["bad"] = "System.InvalidProgramException", ["good"] = "1" }, ignoreOrder: true);
    }

    [Fact]
    public void LongTag_IsCutAndTheLastOfTwoCounts()
    {
        using var source = new ActivitySource("Vendor.LongTags");
        using var recorder = new TraceRecorder(new TraceRecorderOptions { AdditionalSources = ["Vendor.LongTags"] });
        var faults = PerformanceTracer.InstrumentationFaults;

        source.StartActivity("request")!.AddTag("twice", "first").AddTag("twice", "second").SetTag("long", new string('x', TraceSpan.MaximumTagLength + 1))
            .SetTag("bad", new Unwritable()).Dispose();

        var tags = recorder.GetTraces().ShouldHaveSingleItem().Tags;
        (tags["twice"], tags["long"].Length).ShouldBe(("second", TraceSpan.MaximumTagLength));
        PerformanceTracer.InstrumentationFaults.ShouldBe(faults + 1);
    }

    [Fact]
    public void SpansThatNeverEnd_AreBounded()
    {
        using var source = new ActivitySource("Vendor.Endless");
        using var recorder = new TraceRecorder(new TraceRecorderOptions { AdditionalSources = ["Vendor.Endless"] });
        List<Activity> running = [];
        for (var number = 0; number <= TraceRecorder.MaximumLiveSpans; number++)
        {
            Activity.Current = null;
            running.Add(source.StartActivity("endless")!);
        }

        running[^1].Dispose();
        recorder.GetTraces().ShouldBeEmpty("there was no room for it");
        running[0].Dispose();
        recorder.GetTraces().ShouldHaveSingleItem();
        running.ForEach(static span => span.Dispose());
    }

    [Fact]
    public void DisposedRecorder_ListensNoMore()
    {
        var service = new EmittedService("recorder_disposed");
        var recorder = new TraceRecorder();
        recorder.Dispose();

        service.Call(() => Activity.Current).ShouldBeNull();

        recorder.GetTraces().ShouldBeEmpty();
    }

    [Fact]
    public async Task ChildThatEndsLater_IsStillFilledIn()
    {
        var service = new EmittedService("late_child");
        var late = Operation.Create("late_child", "late", AspectKinds.TracePerformance, "late_child");
        using var recorder = new TraceRecorder();
        var gate = new TaskCompletionSource();

        Task? child = null;
        _ = service.Call(() => child = Late());
        recorder.GetTraces().ShouldHaveSingleItem().Children.ShouldHaveSingleItem().DurationMilliseconds.ShouldBeNull();
        gate.SetResult();
        await child!;

        recorder.GetTraces().ShouldHaveSingleItem().Children.ShouldHaveSingleItem().DurationMilliseconds.ShouldNotBeNull();

        Task Late()
        {
            var activity = late.Start();
            return late.Exit(gate.Task, Stopwatch.GetTimestamp(), activity);
        }
    }

    [Fact]
    public void Options_HaveDefaultsAndBounds()
    {
        var defaults = new TraceRecorderOptions();
        (defaults.MaximumTraces, defaults.MaximumSpansPerTrace, defaults.AdditionalSources.Count).ShouldBe((64, 1000, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => new TraceRecorder(new TraceRecorderOptions { MaximumTraces = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new TraceRecorder(new TraceRecorderOptions { MaximumSpansPerTrace = 0 }));
    }

    private sealed class Unwritable
    {
        public override string ToString() => throw new InvalidProgramException();
    }
}
