namespace LlmAspects.Generators.Tests.Debugging;

public class StackTraceTests
{
    [Theory]
    [InlineData("Void", "RunWithContextAlone", "RunWithContextAloneCore")]
    [InlineData("Value", "Run", "RunCore")]
    public async Task Exception_SynchronousCall_PrintsOneFrameACall(string call, string wrapper, string core)
    {
        (await TracedCalls.FailAsync(call, showWrappers: false)).ShouldBe([$"Inner.{core}", $"Outer.{core}"]);
        (await TracedCalls.FailAsync(call, showWrappers: true)).ShouldBe([$"Inner.{core}", $"Inner.{wrapper}", $"Outer.{core}", $"Outer.{wrapper}"]);
    }

    // The wrapper has returned when an asynchronous Core fails, so there is no frame of it, hidden or not.
    [Theory]
    [InlineData("TaskFailed", "RunCoreAsync")]
    [InlineData("TaskPending", "RunCoreAsync")]
    [InlineData("TaskCancelled", "RunCoreAsync")]
    [InlineData("ValueTaskFailed", "RunValueCoreAsync")]
    [InlineData("ValueTaskPending", "RunValueCoreAsync")]
    [InlineData("VoidValueTaskPending", "RunVoidCoreAsync")]
    public async Task Exception_AsynchronousCall_PrintsOneFrameACall(string call, string core)
    {
        (await TracedCalls.FailAsync(call, showWrappers: false)).ShouldBe([$"Inner.{core}", $"Outer.{core}"]);
        (await TracedCalls.FailAsync(call, showWrappers: true)).ShouldBe([$"Inner.{core}", $"Outer.{core}"]);
    }

    // An `await foreach` throws again once it has disposed its stream: that is the second frame of Outer, with and without a wrapper.
    [Theory]
    [InlineData("StreamFailed")]
    [InlineData("StreamPending")]
    public async Task Exception_Stream_PrintsNothingOfTheRuntime(string call)
    {
        string[] expected = ["Inner.StreamCoreAsync", "Outer.StreamCoreAsync", "Outer.StreamCoreAsync"];

        (await TracedCalls.FailAsync(call, showWrappers: false)).ShouldBe(expected);
        (await TracedCalls.FailAsync(call, showWrappers: true)).ShouldBe(expected);
    }

    [Fact]
    public async Task EnvironmentStackTrace_InsideCore_LeavesTheWrappersOut()
    {
        (await TracedCalls.LookAsync("LookInValue", showWrappers: false)).ShouldBe(["Inner.Look", "Inner.RunCore", "Outer.RunCore"]);
        (await TracedCalls.LookAsync("LookInValue", showWrappers: true)).ShouldBe(["Inner.Look", "Inner.RunCore", "Inner.Run", "Outer.RunCore", "Outer.Run"]);
    }

    [Fact]
    public async Task EnvironmentStackTrace_InsideARetriedCore_LeavesTheLambdaOut()
        => (await TracedCalls.LookAsync("LookInRetry", showWrappers: false)).ShouldBe(["Inner.Look", "Inner.RepeatCore"]);

    [Fact]
    public async Task EnvironmentStackTrace_InsideAStream_LeavesTheRuntimeOut()
        => (await TracedCalls.LookAsync("LookInStream", showWrappers: false)).ShouldBe(["Inner.Look", "Inner.StreamCoreAsync", "Outer.StreamCoreAsync"]);

    [Fact]
    public async Task EnvironmentStackTrace_AfterAPendingTask_LeavesTheRuntimeOut()
        => (await TracedCalls.LookAsync("LookAfterPendingTask", showWrappers: false)).ShouldBe(["Outer.LookAfterCoreAsync"]);
}
