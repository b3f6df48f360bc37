using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Hooks;

public class AwaitedHookTests
{
    private readonly Hooked _hooked = new();

    public AwaitedHookTests() => HookLog.Clear();

    [Fact]
    public async Task Hooks_AreAwaitedBeforeTheCallEnds()
    {
        (await _hooked.AwaitedAsync(Task.FromResult(42))).ShouldBe(42);
        await _hooked.AwaitedValueAsync(Task.FromResult(42));
        (await _hooked.AwaitedStreamAsync(Task.FromResult(42)).ToArrayAsync()).ShouldBe([42]);

        HookLog.Lines.ShouldBe(["enter success", "enter success", "enter success"]);
    }

    [Fact]
    public async Task Failure_IsAwaitedThrough()
    {
        var counts = new OperationCounts("hooked", "awaited_value");
        var failure = Task.FromException<int>(new FormatException());

        await Should.ThrowAsync<FormatException>(() => _hooked.AwaitedAsync(failure));
        await Should.ThrowAsync<FormatException>(async () => await _hooked.AwaitedValueAsync(failure));
        await Should.ThrowAsync<FormatException>(async () => await _hooked.AwaitedStreamAsync(failure).ToArrayAsync());

        HookLog.Lines.ShouldBe(["enter FormatException", "enter FormatException", "enter FormatException"]);
        counts.Errors.ShouldBe(1);
    }
}
