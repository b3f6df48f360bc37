using System.Net;
using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Routing;

public sealed class LlmRouterChatClientTests : IDisposable
{
    private static readonly HttpRequestException Overload = new("x", null, HttpStatusCode.ServiceUnavailable);
    private static readonly HttpRequestException BadRequest = new("x", null, HttpStatusCode.BadRequest);

    private readonly RouterChatBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task BestCandidate_IsCalledOnceUnderItsId()
    {
        _bench.A.ThenAnswer("Hello");

        ChatResponse answer = await _bench.Client.GetResponseAsync("Hi");

        (answer.Text, answer.ModelId).ShouldBe(("Hello", "a"));
        _bench.A.Calls.Single().Options!.ModelId.ShouldBe("a");
        _bench.B.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Answer_HasTheDecision()
    {
        _bench.A.ThenAnswer("Hello").Then(ScriptStep.Send(() => new ChatResponseUpdate(ChatRole.Assistant, "Hello") { MessageId = "m", FinishReason = ChatFinishReason.Stop }));

        ChatResponse answer = await _bench.Client.GetResponseAsync("Hi", new ChatOptions { ModelId = "a" });
        ChatResponse stream = await _bench.Client.GetStreamingResponseAsync("Hi", new ChatOptions { ModelId = "a" }).ToChatResponseAsync();

        RouteDecision decision = answer.AdditionalProperties![ResponseProperties.Route].ShouldBeOfType<RouteDecision>();
        decision.Exclusions.Single().Cause.ShouldBe(RouteExclusionCause.NotPinned);
        stream.AdditionalProperties![ResponseProperties.Route].ShouldBeOfType<RouteDecision>().Model.Id.ShouldBe("a");
    }

    [Fact]
    public async Task Stream_IsPassedOnAsItComesAndEndsWithTheDecision()
    {
        _bench.A.Then(ScriptStep.Say("Hel"), ScriptStep.Say("lo"), ScriptStep.Finish());

        List<ChatResponseUpdate> updates = await Collect(_bench.Client.GetStreamingResponseAsync("Hi"));

        updates.Select(update => (update.Text, update.ModelId)).ShouldBe([("Hel", "a"), ("lo", "a"), ("", "a"), ("", "a")]);
        _bench.Taught("a").ShouldBe((1, 1));
    }

    [Fact]
    public async Task ProvidersOwnModelId_IsKeptApart()
    {
        _bench.A.Always(ScriptStep.Send(() => new ChatResponseUpdate(ChatRole.Assistant, "x") { ModelId = "a-2026", FinishReason = ChatFinishReason.Stop }));

        ChatResponse answer = await _bench.Client.GetResponseAsync("Hi");
        ChatResponse stream = await _bench.Client.GetStreamingResponseAsync("Hi").ToChatResponseAsync();

        (answer.ModelId, answer.AdditionalProperties![ResponseProperties.ProviderModel]).ShouldBe(("a", "a-2026"));
        (stream.ModelId, stream.AdditionalProperties![ResponseProperties.ProviderModel]).ShouldBe(("a", "a-2026"));
    }

    [Fact]
    public async Task Success_IsTaughtOnceToTaskAndTenant()
    {
        _bench.A.ThenAnswer("Hello");

        await _bench.Client.GetResponseAsync("Hi", new LlmChatOptions { Task = LlmTask.Code, Tenant = "t" });

        _bench.Taught("a").ShouldBe((1, 1));
        Performance("t", LlmTask.Code).ShouldBeGreaterThan(Performance("t", LlmTask.Chat));
        Performance("u", LlmTask.Code).ShouldBe(Performance("t", LlmTask.Chat));
    }

    [Fact]
    public async Task FaultOfTheModel_IsTaughtOnceAndThrownAsItIs()
    {
        _bench.A.Always(ScriptStep.Throw(Overload));

        (await Should.ThrowAsync<HttpRequestException>(_bench.Client.GetResponseAsync("Hi"))).ShouldBeSameAs(Overload);
        (await Should.ThrowAsync<HttpRequestException>(Collect(_bench.Client.GetStreamingResponseAsync("Hi")))).ShouldBeSameAs(Overload);

        (_bench.A.Calls.Count, _bench.B.Calls.Count).ShouldBe((2, 0));
        _bench.Taught("a").ShouldBe((2, 0));
    }

    [Fact]
    public async Task FaultOfTheRequest_TeachesNothing()
    {
        _bench.A.ThenThrow(BadRequest).ThenThrow(new NoCapableModelException([]));

        await Should.ThrowAsync<HttpRequestException>(_bench.Client.GetResponseAsync("Hi"));
        await Should.ThrowAsync<NoCapableModelException>(_bench.Client.GetResponseAsync("Hi"));

        _bench.Taught("a").ShouldBe((0, 0));
    }

    [Fact]
    public async Task Cancellation_TeachesNothing()
    {
        using var source = new CancellationTokenSource();
        _bench.A.Always(ScriptStep.Do(source.Cancel), ScriptStep.Throw(Overload));

        await Should.ThrowAsync<HttpRequestException>(_bench.Client.GetResponseAsync("Hi", cancellationToken: source.Token));
        await Should.ThrowAsync<HttpRequestException>(Collect(_bench.Client.GetStreamingResponseAsync("Hi", cancellationToken: source.Token)));

        _bench.Taught("a").ShouldBe((0, 0));
    }

    [Fact]
    public async Task CutOrEmptyAnswer_IsTaughtAsAFailure()
    {
        _bench.A.Then(ScriptStep.Say("Half an ans")).Then(ScriptStep.Finish()).Then(ScriptStep.Finish(ChatFinishReason.Length));

        await Collect(_bench.Client.GetStreamingResponseAsync("Hi"));
        await _bench.Client.GetResponseAsync("Hi");
        await _bench.Client.GetResponseAsync("Hi");

        _bench.Taught("a").ShouldBe((3, 1));
    }

    [Fact]
    public async Task StreamThatIsDropped_TeachesNothingAndClosesTheClients()
    {
        bool closed = false;
        _bench.A.Then(ScriptStep.Say("Hel"), ScriptStep.Do(() => closed = true), ScriptStep.Finish());

        await foreach (ChatResponseUpdate update in _bench.Client.GetStreamingResponseAsync("Hi"))
        {
            break;
        }

        closed.ShouldBeFalse();
        _bench.Taught("a").ShouldBe((0, 0));
    }

    [Fact]
    public async Task PinnedModel_Answers()
    {
        _bench.B.ThenAnswer("From b");

        (await _bench.Client.GetResponseAsync("Hi", new ChatOptions { ModelId = "b" })).ModelId.ShouldBe("b");

        (await Should.ThrowAsync<UnknownModelException>(_bench.Client.GetResponseAsync("Hi", new ChatOptions { ModelId = "c" }))).ModelId.ShouldBe("c");
    }

    [Fact]
    public async Task CostLimit_CountsTheTokensOfTheRequest()
    {
        // 1,024 tokens of output alone cost 0.002048 of a and 0.001024 of b.
        _bench.B.ThenAnswer("From b");

        (await _bench.Client.GetResponseAsync("Hi", new LlmChatOptions { CostLimit = 0.0012m })).ModelId.ShouldBe("b");

        NoCapableModelException error = await Should.ThrowAsync<NoCapableModelException>(
            _bench.Client.GetResponseAsync(string.Concat(Enumerable.Repeat("word ", 1_000)), new LlmChatOptions { CostLimit = 0.0012m }));
        error.Exclusions.Select(exclusion => exclusion.Cause).ShouldBe([RouteExclusionCause.Cost, RouteExclusionCause.Cost]);
    }

    [Fact]
    public async Task NoCapableModel_IsThrownByAnswersAndStreams()
    {
        ChatMessage image = new(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")]);
        _bench.Catalog.Replace(RouterChatBench.ModelA with { Capabilities = ModelCapabilities.None }, RouterChatBench.ModelB with { Capabilities = ModelCapabilities.None });
        _bench.A.ThenAnswer("Hello");

        (await Should.ThrowAsync<NoCapableModelException>(_bench.Client.GetResponseAsync([image]))).Message.ShouldContain("a: it lacks Vision");
        (await Should.ThrowAsync<NoCapableModelException>(Collect(_bench.Client.GetStreamingResponseAsync("Hi")))).Message.ShouldContain("a: it lacks Streaming");
        (await _bench.Client.GetResponseAsync("Hi")).Text.ShouldBe("Hello");
    }

    [Fact]
    public async Task SequenceThatCanBeReadOnce_ReachesTheModelWhole()
    {
        _bench.A.Always(ScriptStep.Say("Hello"), ScriptStep.Finish());

        await _bench.Client.GetResponseAsync(Once());
        await Collect(_bench.Client.GetStreamingResponseAsync(Once()));

        _bench.A.Calls.ShouldAllBe(call => call.Messages.Single().Text == "Hi");

        static IEnumerable<ChatMessage> Once()
        {
            var messages = new Queue<ChatMessage>([new ChatMessage(ChatRole.User, "Hi")]);
            return Enumerable.Range(0, 1).Select(_ => messages.Dequeue());
        }
    }

    [Fact]
    public async Task OptionsOfTheCaller_StayAsTheyWere()
    {
        _bench.A.Always(ScriptStep.Say("Hello"), ScriptStep.Finish());
        var options = new LlmChatOptions { Temperature = 0.5f };

        await _bench.Client.GetResponseAsync("Hi", options);
        await Collect(_bench.Client.GetStreamingResponseAsync("Hi", options));

        options.ModelId.ShouldBeNull();
        _bench.A.Calls.ShouldAllBe(call => call.Options!.Temperature == 0.5f);
    }

    [Fact]
    public async Task OptionsThatChangeMeanwhile_ChangeNothing()
    {
        var options = new LlmChatOptions { Tenant = "t", Task = LlmTask.Code };
        _bench.A.Then(ScriptStep.Do(() => options.Tenant = "u"), ScriptStep.Say("Hello"), ScriptStep.Finish());

        await Collect(_bench.Client.GetStreamingResponseAsync("Hi", options));

        Performance("t", LlmTask.Code).ShouldBeGreaterThan(Performance("u", LlmTask.Code));
    }

    [Fact]
    public async Task ModelThatLeavesTheCatalogueMeanwhile_StillAnswers()
    {
        _bench.A.Always(ScriptStep.Do(() => _bench.Catalog.Replace(RouterChatBench.ModelB)), ScriptStep.Say("Hello"), ScriptStep.Finish());
        _bench.B.ThenAnswer("From b");

        (await _bench.Client.GetResponseAsync("Hi")).ModelId.ShouldBe("a");
        (await _bench.Client.GetResponseAsync("Hi")).ModelId.ShouldBe("b");
    }

    private double Performance(string tenant, LlmTask task) => _bench.Router
        .Route(new RouteRequest { Tenant = tenant, Task = task, PinnedModelId = "a", Strategy = RoutingStrategy.BestQuality }).Candidates[0].Score;

    private static async Task<List<ChatResponseUpdate>> Collect(IAsyncEnumerable<ChatResponseUpdate> updates)
    {
        List<ChatResponseUpdate> all = [];
        await foreach (ChatResponseUpdate update in updates)
        {
            all.Add(update);
        }

        return all;
    }
}
