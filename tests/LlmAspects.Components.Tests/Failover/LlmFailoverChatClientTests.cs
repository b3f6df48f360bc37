using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tests.Routing;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Failover;

public sealed class LlmFailoverChatClientTests : IDisposable
{
    private static readonly ModelInfo A = TestModels.Model("a");
    private static readonly ModelInfo B = TestModels.Model("b");

    private readonly ScriptedChatClient _a = new();
    private readonly ScriptedChatClient _b = new();
    private readonly MeteredClient _namedA;
    private readonly MeteredClient _namedB;
    private readonly LlmFailoverHandler _handler = new(timeProvider: new InstantTimeProvider());
    private readonly IChatClient _client;

    public LlmFailoverChatClientTests()
    {
        (_namedA, _namedB) = (new MeteredClient(_a, "first"), new MeteredClient(_b, "second"));
        _client = _handler.AsChatClient((A, _namedA), (B, _namedB));
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task FailingModel_IsReplacedInAnswersAndStreams()
    {
        _a.Always(ScriptStep.Throw(new InvalidOperationException("x")));
        _b.Always(ScriptStep.Say("ok"), ScriptStep.Finish());

        ChatResponse answer = await _client.GetResponseAsync("Hi");
        ChatResponse stream = await _client.GetStreamingResponseAsync("Hi").ToChatResponseAsync();

        (answer.ModelId, stream.ModelId, stream.Text).ShouldBe(("b", "b", "ok"));
        answer.AdditionalProperties![ResponseProperties.Failover].ShouldBeOfType<FailoverReport>().Attempts.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Metadata_IsThatOfTheClientAskedLast()
    {
        _client.GetService<ChatClientMetadata>()!.ProviderName.ShouldBe("first");
        _a.ThenThrow(new InvalidOperationException("x"));
        _b.ThenAnswer("ok");

        await _client.GetResponseAsync("Hi");

        _client.GetService<ChatClientMetadata>()!.ProviderName.ShouldBe("second");
        _client.GetService<LlmFailoverHandler>().ShouldBeSameAs(_handler);
        _client.GetService<IChatClient>().ShouldBeSameAs(_client);
    }

    [Fact]
    public async Task PinnedModel_IsAskedAlone()
    {
        _b.Always(ScriptStep.Throw(new InvalidOperationException("x")));

        await Should.ThrowAsync<AllModelsFailedException>(_client.GetResponseAsync("Hi", new ChatOptions { ModelId = "b" }));

        _a.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task UnknownPinnedModel_Throws() =>
        (await Should.ThrowAsync<UnknownModelException>(_client.GetResponseAsync("Hi", new ChatOptions { ModelId = "c" }))).ModelId.ShouldBe("c");

    [Fact]
    public async Task ScopeOfTheRequest_Counts()
    {
        _a.Always(ScriptStep.Throw(new InvalidOperationException("x")));

        AllModelsFailedException error = await Should.ThrowAsync<AllModelsFailedException>(_client.GetResponseAsync("Hi", new LlmChatOptions { AttemptBudget = new AttemptBudget(1) }));

        error.Report.Stop.ShouldBe(FailoverStop.AttemptsExhausted);
    }

    [Fact]
    public async Task Builder_AsksItsOwnClientFirst()
    {
        using IChatClient built = new ChatClientBuilder(_namedA).UseLlmFailover(A, _handler, (B, _namedB)).Build();
        _a.ThenAnswer("first").ThenThrow(new InvalidOperationException("x"));
        _b.ThenAnswer("second");

        (await built.GetResponseAsync("Hi")).Text.ShouldBe("first");
        (await built.GetResponseAsync("Hi")).Text.ShouldBe("second");
    }

    [Fact]
    public void Dispose_DisposesEveryClientOnce()
    {
        _handler.AsChatClient((A, _namedA), (B, _namedB), (TestModels.Model("a2"), _namedA)).Dispose();

        (_namedA.Disposals, _namedB.Disposals).ShouldBe((1, 1));
    }

    [Fact]
    public void WrongModels_AreRefused()
    {
        Should.Throw<ArgumentException>(() => _handler.AsChatClient());
        Should.Throw<ArgumentException>(() => _handler.AsChatClient((A, _a), (A, _b)));
        Should.Throw<ArgumentNullException>(() => _handler.AsChatClient((A, null!)));
        Should.Throw<ArgumentNullException>(() => LlmFailoverChatClientExtensions.AsChatClient(null!, (A, _a)));
    }
}
