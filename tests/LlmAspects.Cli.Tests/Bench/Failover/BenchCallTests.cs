using LlmAspects.Cli.Bench.Failover;
using LlmAspects.Cli.Bench.FaultWall;
using LlmAspects.Testing;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Cli.Tests.Bench.Failover;

public sealed class BenchCallTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Answer_IsASuccessWithTextAndUsage()
    {
        using var client = new ScriptedChatClient();
        client.Then(ScriptStep.Say("Two "), ScriptStep.Say("words."), ScriptStep.Finish(), ScriptStep.Report(3, 2));

        CallResult result = await StreamAsync(client);

        result.Outcome.ShouldBe(CallOutcome.Success);
        result.Text.ShouldBe("Two words.");
        result.UsageSeen.ShouldBeTrue();
    }

    [Fact]
    public async Task Error_IsKeptInOneLine()
    {
        using var client = new ScriptedChatClient();
        client.Then(ScriptStep.Say("Two "), ScriptStep.Throw(new IOException("First line.\n\nSecond line.")));

        CallResult result = await StreamAsync(client);

        result.Outcome.ShouldBe(CallOutcome.Error);
        result.Error.ShouldBe("IOException: First line. Second line.");
    }

    [Fact]
    public async Task CallThatDoesNotEnd_HangsAtItsLimit()
    {
        using var client = new ScriptedChatClient();
        client.Then(ScriptStep.Say("Two "), ScriptStep.Hang());

        Task<CallResult> call = StreamAsync(client);
        _time.Advance(Limit);

        (await call).ShouldBe(new CallResult(CallOutcome.Hang, Limit));
    }

    [Fact]
    public async Task CancelledRun_IsNoHang()
    {
        using var client = new ScriptedChatClient();
        client.Then(ScriptStep.Hang());
        using var source = new CancellationTokenSource();

        Task<CallResult> call = new BenchCall("?", _time).StreamAsync(client, Limit, source.Token);
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Probe_AsksTheHealthyModelForAPlainAnswer()
    {
        using var client = new ScriptedChatClient();
        client.ThenAnswer("Yes.");

        await new BenchCall("?", _time).ProbeAsync(client, Limit, CancellationToken.None);

        client.Calls.ShouldHaveSingleItem().Options!.ModelId.ShouldBe(WallModels.Healthy);
    }

    private Task<CallResult> StreamAsync(ScriptedChatClient client) => new BenchCall("?", _time).StreamAsync(client, Limit, CancellationToken.None);
}
