using LlmAspects.Errors;
using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Hooks;

public class HookFailureTests
{
    private readonly Hooked _hooked = new();

    public HookFailureTests() => HookLog.Clear();

    [Fact]
    public void OnEnterThatThrows_RefusesTheCall()
    {
        Should.Throw<UnauthorizedAccessException>(() => _hooked.Refused());

        _hooked.Entered.ShouldBe(0);
        HookLog.Lines.ShouldBe(["1 enter hooked refused Refused", "2 UnauthorizedAccessException", "3 exit"]);
    }

    [Fact]
    public async Task OnEnterThatThrowsBeforeATask_RefusesTheCall()
    {
        await Should.ThrowAsync<UnauthorizedAccessException>(async () => await _hooked.RefusedAsync());

        _hooked.Entered.ShouldBe(0);
        HookLog.Lines.ShouldBe(["1 enter hooked refused RefusedAsync", "2 UnauthorizedAccessException", "3 exit"]);
    }

    [Fact]
    public async Task OnSuccessThatThrows_FailsTheCallAndReachesOnError()
    {
        var gate = new TaskCompletionSource();

        Should.Throw<InvalidDataException>(() => _hooked.Doubted());
        await Should.ThrowAsync<InvalidDataException>(async () => await _hooked.DoubtedAsync(Task.CompletedTask));
        var pending = _hooked.DoubtedAsync(gate.Task);
        gate.SetResult();
        await Should.ThrowAsync<InvalidDataException>(() => pending);

        HookLog.Lines.ShouldBe(["InvalidDataException", "InvalidDataException", "InvalidDataException"]);
    }

    [Fact]
    public async Task OnErrorThatThrows_ReplacesTheException()
    {
        ErrorAggregator.Shared.Clear();

        Should.Throw<NotSupportedException>(() => _hooked.Translated()).InnerException.ShouldBeOfType<FormatException>();
        (await Should.ThrowAsync<NotSupportedException>(() => _hooked.TranslatedAsync(Task.FromException(new FormatException())))).InnerException.ShouldBeOfType<FormatException>();

        HookLog.Lines.ShouldBe(["exit", "exit"]);
        ErrorAggregator.Shared.Recent().ShouldHaveSingleItem().ExceptionType.ShouldBe("System.NotSupportedException");
    }

    [Fact]
    public void StackTrace_LeavesTheHooksOut()
    {
        var trace = Should.Throw<FormatException>(() => new HookedCalls().Run(static () => throw new FormatException(), CancellationToken.None)).ToString();

        trace.ShouldContain("HookedCalls.RunCore(");
        trace.ShouldNotContain("RunWith");
    }
}
