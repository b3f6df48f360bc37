using System.Diagnostics;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Testing;

namespace LlmAspects.IntegrationTests.Options;

public class SpanOptionTests
{
    public static TheoryData<string> Shapes => ReturnShape.Names;

    public static TheoryData<string> AsynchronousShapes => ReturnShape.AsynchronousNames;

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task NewRoot_LinksToTheCallersSpanAndGivesItBack(string name)
    {
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        using var caller = new Activity("caller").Start();
        Activity? inside = null;

        await ReturnShape.Named(name).Invoke(new RootedCalls(), Body, CancellationToken.None);

        Activity.Current.ShouldBeSameAs(caller);
        var span = recorder.Stopped.ShouldHaveSingleItem();
        inside.ShouldBeSameAs(span);
        (span.Parent, span.ParentSpanId).ShouldBe((null, default));
        span.TraceId.ShouldNotBe(caller.TraceId);
        span.Links.ShouldHaveSingleItem().Context.ShouldBe(caller.Context);
        (span.DisplayName, span.Kind).ShouldBe(("chat model", ActivityKind.Client));

        Task<int> Body()
        {
            inside = Activity.Current;
            return Task.FromResult(1);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task NewRootWithoutACaller_HasNoLink(string name)
    {
        using var recorder = new ActivityRecorder(AssemblySettings.Source);

        await ReturnShape.Named(name).Invoke(new RootedCalls(), static () => Task.FromResult(1), CancellationToken.None);

        recorder.Stopped.ShouldHaveSingleItem().Links.ShouldBeEmpty();
        Activity.Current.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task NewRootThatNobodySamples_LeavesTheCallersSpanCurrent(string name)
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == AssemblySettings.Source,
            Sample = static (ref _) => ActivitySamplingResult.None,
        };
        ActivitySource.AddActivityListener(listener);
        using var caller = new Activity("caller").Start();
        Activity? inside = null;

        await ReturnShape.Named(name).Invoke(new RootedCalls(), Body, CancellationToken.None);

        inside.ShouldBeSameAs(caller);
        Activity.Current.ShouldBeSameAs(caller);

        Task<int> Body()
        {
            inside = Activity.Current;
            return Task.FromResult(1);
        }
    }

    [Theory]
    [MemberData(nameof(AsynchronousShapes))]
    public async Task PendingRoot_IsTakenOutOfTheCallersFlow(string name)
    {
        var shape = ReturnShape.Named(name);
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        using var caller = new Activity("caller").Start();
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);

        var call = shape.Invoke(new RootedCalls(), () => gate.Task, CancellationToken.None);
        Activity.Current.ShouldBeSameAs(caller);
        gate.SetResult(1);
        await call;

        Activity.Current.ShouldBeSameAs(caller);
        recorder.Stopped.ShouldHaveSingleItem().Parent.ShouldBeNull();
    }
}
