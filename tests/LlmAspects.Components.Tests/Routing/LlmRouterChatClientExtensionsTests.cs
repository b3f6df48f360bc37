using LlmAspects.Components.Failover;
using LlmAspects.Components.Routing;
using LlmAspects.Components.Tokens;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Routing;

public sealed class LlmRouterChatClientExtensionsTests : IDisposable
{
    private readonly RouterChatBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Services_AreRouterAndClientOfTheFirstModel()
    {
        _bench.Client.GetService<LlmRouter>().ShouldBeSameAs(_bench.Router);
        _bench.Client.GetService<IChatClient>().ShouldBeSameAs(_bench.Client);
        _bench.Client.GetService<LlmFailoverHandler>().ShouldBeNull();
        _bench.Client.GetService<ChatClientMetadata>()!.ProviderName.ShouldBe("first");
        _bench.Client.GetService(typeof(LlmRouter), "key").ShouldBeNull();
    }

    [Fact]
    public async Task Builder_RoutesBetweenItsClientAndTheOthers()
    {
        using IChatClient built = new ChatClientBuilder(_bench.ClientB).UseLlmRouter(RouterChatBench.ModelB, _bench.Router, (RouterChatBench.ModelA, _bench.ClientA)).Build();
        _bench.A.ThenAnswer("From a");
        _bench.B.ThenAnswer("From b");

        (await built.GetResponseAsync("Hi")).Text.ShouldBe("From a");
        (await built.GetResponseAsync("Hi", new ChatOptions { ModelId = "b" })).Text.ShouldBe("From b");
    }

    [Fact]
    public void Dispose_DisposesEveryClientOnce()
    {
        _bench.Catalog.Replace(RouterChatBench.ModelA, RouterChatBench.ModelB, TestModels.Model("a2"));

        IChatClient client = _bench.Router.AsChatClient((RouterChatBench.ModelA, _bench.ClientA), (RouterChatBench.ModelB, _bench.ClientB), (TestModels.Model("a2"), _bench.ClientA));
        client.Dispose();
        client.Dispose();

        (_bench.ClientA.Disposals, _bench.ClientB.Disposals).ShouldBe((1, 1));
    }

    [Fact]
    public void WrongModels_AreRefused()
    {
        (ModelInfo, IChatClient) a = (RouterChatBench.ModelA, _bench.A);
        (ModelInfo, IChatClient) b = (RouterChatBench.ModelB, _bench.B);

        Should.Throw<ArgumentException>(() => _bench.Router.AsChatClient(a)).Message.ShouldContain("'b' is in the catalogue and no client was given");
        Should.Throw<ArgumentException>(() => _bench.Router.AsChatClient(a, a, b));
        Should.Throw<UnknownModelException>(() => _bench.Router.AsChatClient(a, b, (TestModels.Model("c"), _bench.B))).ModelId.ShouldBe("c");
        Should.Throw<ArgumentNullException>(() => _bench.Router.AsChatClient(a, (RouterChatBench.ModelB, null!)));
        Should.Throw<ArgumentNullException>(() => _bench.Router.AsChatClient((LlmFailoverHandler)null!, a, b));
        Should.Throw<ArgumentNullException>(() => LlmRouterChatClientExtensions.AsChatClient(null!, a, b));
    }

    [Fact]
    public async Task CreatedClients_AreMadeOncePerEndpointAndDisposed()
    {
        List<MeteredClient> made = [];
        IChatClient client = _bench.Router.AsChatClient(Create);
        await client.GetResponseAsync("Hi");
        await client.GetResponseAsync("Hi");
        made.Count.ShouldBe(1);

        _bench.Catalog.Replace(RouterChatBench.ModelA with { Endpoint = new Uri("https://new.test") }, RouterChatBench.ModelB);
        await client.GetResponseAsync("Hi");
        made.Count.ShouldBe(2);
        _bench.Catalog.Replace(RouterChatBench.ModelA with { Endpoint = new Uri("https://new.test"), Priority = 0.9 }, RouterChatBench.ModelB);
        await client.GetResponseAsync("Hi");

        made.Count.ShouldBe(2);
        client.Dispose();
        made.ShouldAllBe(each => each.Disposals == 1);
        await Should.ThrowAsync<ObjectDisposedException>(client.GetResponseAsync("Hi", new ChatOptions { ModelId = "b" }));

        IChatClient Create(ModelInfo model)
        {
            made.Add(new MeteredClient(new ScriptedChatClient().Always(ScriptStep.Say("ok"), ScriptStep.Finish()), model.Id));
            return made[^1];
        }
    }

    [Fact]
    public async Task ClientThatCannotBeMade_IsTriedAgain()
    {
        int tries = 0;
        using IChatClient client = _bench.Router.AsChatClient(_ => tries++ == 0 ? throw new InvalidOperationException("no key") : _bench.A);
        _bench.A.ThenAnswer("Hello");

        (await Should.ThrowAsync<InvalidOperationException>(client.GetResponseAsync("Hi"))).Message.ShouldBe("no key");

        (await client.GetResponseAsync("Hi")).Text.ShouldBe("Hello");
    }

    [Fact]
    public async Task GivenCounterAndClassifier_AreUsed()
    {
        var spy = new Spy();
        using IChatClient client = _bench.Router.AsChatClient(_ => _bench.A, counter: spy, classifier: spy);
        _bench.A.ThenThrow(new InvalidOperationException("x"));

        await Should.ThrowAsync<InvalidOperationException>(client.GetResponseAsync("Hi"));

        spy.Counted.ShouldBeTrue();
        _bench.Taught("a").ShouldBe((1, 0));
    }

    private sealed class Spy : ITokenCounter, IErrorClassifier
    {
        public bool Counted { get; private set; }

        public TokenCount CountText(string modelId, ReadOnlySpan<char> text) => throw new NotSupportedException();

        public TokenCount CountRequest(string modelId, IEnumerable<ChatMessage> messages, ChatOptions? options)
        {
            Counted = true;
            return default;
        }

        public ErrorClassification Classify(Exception exception, bool cancelledByCaller) => new(ErrorCategory.Overload, RecoveryAction.SameModel, CountsAgainstBreaker: true);
    }
}
