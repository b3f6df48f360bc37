using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Routing;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Failover;

public sealed class FirstTokenTests : IDisposable
{
    private static readonly RouteRequest Streaming = new() { RequiredCapabilities = ModelCapabilities.Streaming };

    private readonly FakeTimeProvider _time = new();
    private readonly FailoverBench _bench;

    public FirstTokenTests() => _bench = new FailoverBench(time: _time);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Streams_TellTheRouterWhoIsFastest()
    {
        var router = new LlmRouter(
            new ModelCatalog(TestModels.Model("a"), TestModels.Model("b")), new LlmRouterOptions { Strategy = RoutingStrategy.Fastest }, _bench.Health, _time);
        router.Route(Streaming).Model.Id.ShouldBe("a");

        for (int i = 0; i < 5; i++)
        {
            await StreamAsync("a", firstTokenAfter: 900, restAfter: 0);
            await StreamAsync("b", firstTokenAfter: 200, restAfter: 5_000);
        }

        RouteDecision decision = router.Route(Streaming);
        decision.Model.Id.ShouldBe("b");
        decision.Candidates[0].Reason.ShouldStartWith("first token usually after 0.2 s; ");
        router.Route(new RouteRequest()).Model.Id.ShouldBe("a");
    }

    [Fact]
    public async Task EmptyContent_IsNoFirstToken()
    {
        for (int i = 0; i < 5; i++)
        {
            await StreamAsync("a", firstTokenAfter: 300, restAfter: 0, ScriptStep.Say(""), ScriptStep.Report(1, 0));
        }

        TimeToFirstToken().ShouldBe(TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public async Task StreamWithoutContent_ReportsNothing()
    {
        _bench.A.Always(ScriptStep.Finish(ChatFinishReason.Length));

        for (int i = 0; i < 5; i++)
        {
            await _bench.StreamAsync().ToChatResponseAsync();
        }

        TimeToFirstToken().ShouldBeNull();
    }

    [Fact]
    public async Task WholeAnswers_ReportNothing()
    {
        _bench.A.Always(ScriptStep.Say("ok"), ScriptStep.Finish());

        for (int i = 0; i < 5; i++)
        {
            await _bench.AskAsync();
        }

        TimeToFirstToken().ShouldBeNull();
        _bench.Health.Read(FailoverBench.Model("a")).Latency.ShouldNotBeNull();
    }

    [Fact]
    public async Task StreamThatBreaksAfterItsFirstToken_WasMeasured()
    {
        _bench.A.Always(ScriptStep.Say("Hel"), ScriptStep.Throw(new InvalidOperationException("x")));

        for (int i = 0; i < 5; i++)
        {
            await Should.ThrowAsync<StreamInterruptedException>(_bench.StreamAsync(new LlmChatOptions { AttemptBudget = new AttemptBudget(1) }).ToChatResponseAsync());
        }

        TimeToFirstToken().ShouldBe(TimeSpan.Zero);
    }

    private TimeSpan? TimeToFirstToken() => _bench.Health.Read(FailoverBench.Model("a")).TimeToFirstToken;

    private async Task StreamAsync(string model, int firstTokenAfter, int restAfter, params ScriptStep[] before)
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var rest = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ScriptedChatClient client = model == "a" ? _bench.A : _bench.B;
        client.Then([.. before, ScriptStep.WaitFor(first.Task), ScriptStep.Say("Hello"), ScriptStep.WaitFor(rest.Task), ScriptStep.Finish()]);
        _bench.Candidates = [model];
        await using IAsyncEnumerator<ChatResponseUpdate> updates = _bench.StreamAsync().GetAsyncEnumerator();

        Task<bool> content = updates.MoveNextAsync().AsTask();
        _time.Advance(TimeSpan.FromMilliseconds(firstTokenAfter));
        first.SetResult();
        (await content).ShouldBeTrue();
        Task<bool> end = updates.MoveNextAsync().AsTask();
        _time.Advance(TimeSpan.FromMilliseconds(restAfter));
        rest.SetResult();
        (await end).ShouldBeTrue();
        while (await updates.MoveNextAsync())
        {
            updates.Current.ModelId.ShouldBe(model);
        }
    }
}
