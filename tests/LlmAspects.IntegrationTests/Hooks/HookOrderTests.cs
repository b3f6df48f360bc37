using System.Diagnostics;
using LlmAspects.Errors;
using LlmAspects.IntegrationTests.Fixtures;
using LlmAspects.Testing;

namespace LlmAspects.IntegrationTests.Hooks;

public class HookOrderTests
{
    private static readonly string[] s_asynchronous = ["run_async", "compute_async", "run_value_async", "compute_value_async", "stream_async"];

    public HookOrderTests() => HookLog.Clear();

    public static TheoryData<string> Shapes => ["run", "compute", "locate", .. (IEnumerable<string>)s_asynchronous];

    public static TheoryData<string> AsynchronousShapes => [.. s_asynchronous];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Success_RunsTheHooksFromTheOutsideInAndBack(string name)
    {
        var shape = ReturnShape.Named(name);

        await shape.Invoke(new HookedCalls(), static () => Task.FromResult(42), CancellationToken.None);

        HookLog.Lines.Select(static line => line.Split(" of ")[0]).ShouldBe(["guarded in", EnterOf(name), "2 success", "3 exit", "left"]);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Failure_PassesUnchangedThroughTheHooks(string name)
    {
        var error = new FormatException();

        var thrown = await Should.ThrowAsync<FormatException>(() => ReturnShape.Named(name).Invoke(new HookedCalls(), () => Task.FromException<int>(error), CancellationToken.None));

        thrown.ShouldBeSameAs(error);
        HookLog.Lines.ShouldBe(["guarded in", EnterOf(name), "2 FormatException", "3 exit", "left"]);
    }

    [Theory]
    [MemberData(nameof(AsynchronousShapes))]
    public async Task PendingSuccess_EndsWithTheTask(string name)
    {
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var call = ReturnShape.Named(name).Invoke(new HookedCalls(), () => gate.Task, CancellationToken.None);

        HookLog.Lines.ShouldBe(["guarded in", EnterOf(name)]);
        gate.SetResult(42);
        (await call).ShouldBe(42);

        HookLog.Lines.Skip(2).Select(static line => line.Split(" of ")[0]).ShouldBe(["2 success", "3 exit", "left"]);
    }

    [Theory]
    [MemberData(nameof(AsynchronousShapes))]
    public async Task PendingCancellation_IsAnErrorOfTheHooks(string name)
    {
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var call = ReturnShape.Named(name).Invoke(new HookedCalls(), () => gate.Task, CancellationToken.None);

        gate.SetCanceled(CancellationToken.None);
        await Should.ThrowAsync<OperationCanceledException>(() => call);

        HookLog.Lines.Skip(2).ShouldBe(["2 TaskCanceledException", "3 exit", "left"]);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task BuiltInAspects_StandOutside(string name)
    {
        using var recorder = new ActivityRecorder(AssemblySettings.Source);
        var shape = ReturnShape.Named(name);
        var counts = new OperationCounts("hooked_calls", shape.Operation);

        await shape.Invoke(new HookedCalls(), static () => Task.FromResult(42), CancellationToken.None);

        HookLog.Lines[0].ShouldBe($"guarded in hooked_calls.{shape.Operation}");
        recorder.Stopped.Select(static span => span.OperationName).ShouldBe([$"hooked_calls.{shape.Operation}"]);
        counts.Successes.ShouldBe(1);
        Activity.Current.ShouldBeNull();
    }

    [Fact]
    public async Task Retry_StandsInside()
    {
        ErrorAggregator.Shared.Clear();
        var hooked = new Hooked();

        (await hooked.RetriedAsync(3)).ShouldBe(3);

        HookLog.Lines.ShouldBe(["1 enter hooked retried RetriedAsync", "2 success of Int32", "3 exit"]);
        hooked.Entered.ShouldBe(3);
        ErrorAggregator.Shared.TotalCount.ShouldBe(0);
    }

    private static string EnterOf(string name)
    {
        var method = string.Concat(name.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
        return $"1 enter hooked_calls {ReturnShape.Named(name).Operation} {method}";
    }
}
