using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Hooks;

public class HookArgumentTests
{
    public HookArgumentTests() => HookLog.Clear();

    [Fact]
    public void Hook_TakesArgumentsInstanceAndResultByName()
    {
        var arguments = new HookArguments("struct");

        arguments.TryFind("text", 4, out var found).ShouldBeTrue();

        found.ShouldBe(4);
        arguments.Name.ShouldBe("struct was changed");
        HookLog.Lines.ShouldBe(["text 4 struct default; 4 True 4"]);
    }

    [Fact]
    public async Task Hook_TakesArgumentsWhenThePendingTaskEnds()
    {
        var gate = new TaskCompletionSource();
        var task = new HookArguments("struct").KeepAsync((1, "one"), gate.Task);

        gate.SetException(new FormatException());
        await Should.ThrowAsync<FormatException>(() => task);

        HookLog.Lines.ShouldBe(["(1, one) FormatException", "(1, one) struct"]);
    }

    [Fact]
    public void RefStructResult_PassesAGenericHook()
    {
        var calls = 0;

        HookArguments.Cut(ref calls, "text").ToString().ShouldBe("cut");

        calls.ShouldBe(1);
        HookLog.Lines.ShouldBe(["1 enter hook_arguments cut Cut", "2 success of ReadOnlySpan`1", "3 exit"]);
    }

    [Fact]
    public async Task ResultOfAValueTask_IsTakenOnce()
    {
        var source = new OneShot();

        (await new Hooked().OnceAsync(new ValueTask<int>(source, 0))).ShouldBe(42);

        source.Taken.ShouldBe(1);
        HookLog.Lines.ShouldBe(
        [
            "1 enter hooked once OnceAsync", "1 enter hooked once OnceAsync", "2 success of Int32", "3 exit", "2 success of Int32", "3 exit",
        ]);
    }

    [Fact]
    public void GenericStructAndMethod_AreConstructed()
    {
        new Hooked().Generic("text").ShouldBe("text");

        HookLog.Lines.ShouldBe(["made by the constructor: String Int32"]);
    }
}
