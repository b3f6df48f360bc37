using System.Diagnostics;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Testing;

namespace LlmAspects.IntegrationTests.Wrappers;

public class ActivityTests
{
    public static TheoryData<string> Shapes => ReturnShape.Names;

    public static TheoryData<string> AsynchronousShapes => ReturnShape.AsynchronousNames;

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Span_IsCurrentInsideAndTheCallersOneBeforeAndAfter(string name)
    {
        var shape = ReturnShape.Named(name);
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        using var caller = new Activity("caller").Start();
        Activity? inside = null;

        var call = shape.Invoke(new BothAspects(), Body, CancellationToken.None);
        Activity.Current.ShouldBeSameAs(caller);
        await call;
        Activity.Current.ShouldBeSameAs(caller);

        var span = recorder.Started.ShouldHaveSingleItem();
        inside.ShouldBeSameAs(span);
        span.Parent.ShouldBeSameAs(caller);
        span.DisplayName.ShouldBe($"both_aspects.{shape.Operation}");
        span.GetTagItem("llmaspects.component").ShouldBe("both_aspects");
        span.GetTagItem("llmaspects.operation").ShouldBe(shape.Operation);
        span.Status.ShouldBe(ActivityStatusCode.Unset);
        recorder.Stopped.ShouldBe([span]);

        Task<int> Body()
        {
            inside = Activity.Current;
            return Task.FromResult(1);
        }
    }

    [Theory]
    [MemberData(nameof(AsynchronousShapes))]
    public async Task SpanOfAPendingCall_StaysInsideUntilTheEnd(string name)
    {
        var shape = ReturnShape.Named(name);
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        using var caller = new Activity("caller").Start();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Activity? afterTheGate = null;

        var call = shape.Invoke(new BothAspects(), BodyAsync, CancellationToken.None);
        Activity.Current.ShouldBeSameAs(caller);
        recorder.Stopped.ShouldBeEmpty();
        gate.SetResult();
        await call;

        Activity.Current.ShouldBeSameAs(caller);
        var span = recorder.Stopped.ShouldHaveSingleItem();
        afterTheGate.ShouldBeSameAs(span);
        span.Parent.ShouldBeSameAs(caller);

        async Task<int> BodyAsync()
        {
            await gate.Task;
            afterTheGate = Activity.Current;
            return 1;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Failure_MarksTheSpanAndGivesTheCallersOneBack(string name)
    {
        var shape = ReturnShape.Named(name);
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        using var caller = new Activity("caller").Start();

        await Should.ThrowAsync<FormatException>(() => shape.Invoke(new BothAspects(), static () => throw new FormatException(), CancellationToken.None));

        Activity.Current.ShouldBeSameAs(caller);
        var span = recorder.Stopped.ShouldHaveSingleItem();
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.GetTagItem("error.type").ShouldBe("System.FormatException");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task NestedCalls_AreParentAndChild(string name)
    {
        var shape = ReturnShape.Named(name);
        using var recorder = new ActivityRecorder(AssemblySettings.Source);

        await shape.Invoke(
            new BothAspects(),
            () => shape.Invoke(new TracePerformanceAlone(), static () => Task.FromResult(1), CancellationToken.None),
            CancellationToken.None);

        recorder.Started.Count.ShouldBe(2);
        recorder.Started[1].Parent.ShouldBeSameAs(recorder.Started[0]);
        recorder.Stopped.ShouldBe(recorder.Started.Reverse());
        Activity.Current.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task ErrorContextAlone_StartsNoSpan(string name)
    {
        using var recorder = new ActivityRecorder(AssemblySettings.Source);

        await ReturnShape.Named(name).Invoke(new ErrorContextAlone(), static () => Task.FromResult(1), CancellationToken.None);

        recorder.Started.ShouldBeEmpty();
    }
}
