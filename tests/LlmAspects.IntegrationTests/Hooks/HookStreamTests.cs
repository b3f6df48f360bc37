using System.Runtime.CompilerServices;
using LlmAspects.IntegrationTests.Fixtures;

namespace LlmAspects.IntegrationTests.Hooks;

public class HookStreamTests
{
    private CancellationToken _seen;

    public HookStreamTests() => HookLog.Clear();

    [Fact]
    public async Task Hooks_BeginWithTheFirstPullOfEachEnumeration()
    {
        var stream = new HookedCalls().StreamAsync(static () => Task.FromResult(1), CancellationToken.None);
        HookLog.Lines.ShouldBeEmpty();

        (await stream.ToArrayAsync()).ShouldBe([1]);
        (await stream.ToArrayAsync()).ShouldBe([1]);

        string[] once = ["guarded in", "1 enter hooked_calls stream StreamAsync", "2 success", "3 exit", "left"];
        HookLog.Lines.ShouldBe([.. once, .. once]);
    }

    [Fact]
    public async Task EarlyDisposal_IsNeitherSuccessNorError()
    {
        await foreach (var _ in new HookedCalls().StreamAsync(static () => Task.FromResult(1), CancellationToken.None))
        {
            break;
        }

        HookLog.Lines.Skip(2).ShouldBe(["2 exit", "left"]);
    }

    [Fact]
    public async Task EarlyDisposal_EndsCoreBeforeOnExit()
    {
        await foreach (var _ in new HookArguments("struct").PassAsync("kept", Items()))
        {
            break;
        }

        HookLog.Lines.ShouldBe(["items disposed", "kept struct"]);
    }

    [Fact]
    public async Task TokenOfTheConsumer_ReachesCore()
    {
        using var source = new CancellationTokenSource();

        (await new HookArguments("struct").PassAsync("kept", Items()).ToArrayAsync(source.Token)).ShouldBe([1, 2]);

        _seen.ShouldBe(source.Token);
        HookLog.Lines.ShouldBe(["items disposed", "kept struct"]);
    }

    [Fact]
    public async Task FailureAfterAnItem_ReachesOnError()
    {
        var delivered = new List<int>();

        await Should.ThrowAsync<FormatException>(async () =>
        {
            await foreach (var item in new HookArguments("struct").PassAsync("kept", Items(failure: new FormatException())))
            {
                delivered.Add(item);
            }
        });

        delivered.ShouldBe([1]);
        HookLog.Lines.ShouldBe(["items disposed", "kept FormatException", "kept struct"]);
    }

    private async IAsyncEnumerable<int> Items(Exception? failure = null, [EnumeratorCancellation] CancellationToken token = default)
    {
        _seen = token;
        try
        {
            yield return 1;
            await Task.Yield();
            yield return failure is null ? 2 : throw failure;
        }
        finally
        {
            HookLog.Add("items disposed");
        }
    }
}
