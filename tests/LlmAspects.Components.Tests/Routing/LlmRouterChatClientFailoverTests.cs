using System.Net;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Routing;

public sealed class LlmRouterChatClientFailoverTests : IDisposable
{
    private static readonly HttpRequestException Unauthorized = new("x", null, HttpStatusCode.Unauthorized);

    private readonly RouterChatBench _bench = new(failover: true);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Handler_WalksTheCandidatesOfTheRouter()
    {
        _bench.A.Always(ScriptStep.Throw(new IOException("x")));
        _bench.B.Always(ScriptStep.Say("From b"), ScriptStep.Finish());

        ChatResponse answer = await _bench.Client.GetResponseAsync("Hi");
        ChatResponse stream = await _bench.Client.GetStreamingResponseAsync("Hi").ToChatResponseAsync();

        (answer.ModelId, stream.ModelId, stream.Text).ShouldBe(("b", "b", "From b"));
        answer.AdditionalProperties![ResponseProperties.Failover].ShouldBeOfType<FailoverReport>().FellBack.ShouldBeTrue();
        answer.AdditionalProperties[ResponseProperties.Route].ShouldBeOfType<RouteDecision>().Model.Id.ShouldBe("a");
    }

    [Fact]
    public async Task EveryAttempt_IsTaughtOnce()
    {
        _bench.A.Always(ScriptStep.Throw(new IOException("x")));
        _bench.B.ThenAnswer("From b");

        await _bench.Client.GetResponseAsync("Hi");

        _bench.Taught("a").ShouldBe((3, 0));
        _bench.Taught("b").ShouldBe((1, 1));
        _bench.A.Calls.Count.ShouldBe(3);
    }

    [Fact]
    public async Task RefusedKey_TeachesNothingOfTheModel()
    {
        _bench.A.ThenThrow(Unauthorized);
        _bench.B.ThenAnswer("From b");

        await _bench.Client.GetResponseAsync("Hi");

        (_bench.Taught("a"), _bench.Taught("b")).ShouldBe(((0, 0), (1, 1)));
        _bench.Health.Read(RouterChatBench.ModelA).IsAvailable.ShouldBeFalse();
    }

    [Fact]
    public async Task AllModelsFail_TheirFaultsAreTaught()
    {
        _bench.A.ThenThrow(Unauthorized);
        _bench.B.Always(ScriptStep.Throw(new IOException("x")));

        await Should.ThrowAsync<AllModelsFailedException>(_bench.Client.GetResponseAsync("Hi"));

        (_bench.Taught("a"), _bench.Taught("b")).ShouldBe(((0, 0), (3, 0)));
    }

    [Fact]
    public async Task InterruptedStream_IsTaught()
    {
        _bench.A.ThenThrow(Unauthorized);
        _bench.B.Then(ScriptStep.Say("Hel"), ScriptStep.Throw(new IOException("x")));
        var options = new LlmChatOptions { AttemptBudget = new AttemptBudget(2) };

        await Should.ThrowAsync<StreamInterruptedException>(_bench.Client.GetStreamingResponseAsync("Hi", options).ToChatResponseAsync());

        _bench.Taught("b").ShouldBe((1, 0));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("a", true)]
    public async Task NoFallbackAllowedOrPinned_NoOtherModelAnswers(string? pinned, bool allowFallback)
    {
        _bench.A.ThenThrow(Unauthorized);

        await Should.ThrowAsync<AllModelsFailedException>(_bench.Client.GetResponseAsync("Hi", new LlmChatOptions { ModelId = pinned, AllowFallback = allowFallback }));

        _bench.B.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task HealthOfTheHandler_OrdersTheNextRequest()
    {
        _bench.A.ThenThrow(Unauthorized);
        _bench.B.Always(ScriptStep.Say("From b"), ScriptStep.Finish());
        await _bench.Client.GetResponseAsync("Hi");

        ChatResponse second = await _bench.Client.GetResponseAsync("Hi");

        second.AdditionalProperties![ResponseProperties.Route].ShouldBeOfType<RouteDecision>().Model.Id.ShouldBe("b");
        _bench.A.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Metadata_IsThatOfTheClientAskedLast()
    {
        _bench.Client.GetService<ChatClientMetadata>()!.ProviderName.ShouldBe("first");
        _bench.A.ThenThrow(Unauthorized);
        _bench.B.ThenAnswer("From b");

        await _bench.Client.GetResponseAsync("Hi");

        _bench.Client.GetService<ChatClientMetadata>()!.ProviderName.ShouldBe("second");
        _bench.Client.GetService<LlmFailoverHandler>().ShouldNotBeNull();
    }
}
