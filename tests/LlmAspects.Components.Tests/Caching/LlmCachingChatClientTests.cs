using LlmAspects.Components.Caching;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;

namespace LlmAspects.Components.Tests.Caching;

public sealed class LlmCachingChatClientTests : IDisposable
{
    private readonly LlmCacheLayer _cache = new();
    private readonly ScriptedChatClient _model = new();

    [Fact]
    public async Task EqualRequest_IsAnsweredFromTheCache()
    {
        using IChatClient client = Client(_ => 0.5m);
        _model.ThenAnswer("Because.");
        (await client.GetResponseAsync("Why?")).Text.ShouldBe("Because.");
        (await client.GetResponseAsync("Why?")).Text.ShouldBe("Because.");
        (await client.GetStreamingResponseAsync("Why?").ToChatResponseAsync()).Text.ShouldBe("Because.");
        _model.Calls.Count.ShouldBe(1);
        _cache.GetStatistics().CostSaved.ShouldBe(1m);
    }

    [Fact]
    public async Task StreamedAnswer_ServesPlainCalls()
    {
        using IChatClient client = Client();
        _model.Then(ScriptStep.Say("Be"), ScriptStep.Say("cause."), ScriptStep.Finish());
        (await client.GetStreamingResponseAsync("Why?").ToChatResponseAsync()).Text.ShouldBe("Because.");
        (await client.GetResponseAsync("Why?")).Text.ShouldBe("Because.");
        _model.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task PinnedAndAutomaticRequests_NeverReadEachOther()
    {
        using IChatClient client = Client();
        _model.ThenAnswer("auto").ThenAnswer("pinned");
        (await client.GetResponseAsync("Why?")).Text.ShouldBe("auto");
        (await client.GetResponseAsync("Why?", new ChatOptions { ModelId = "m" })).Text.ShouldBe("pinned");
    }

    [Theory]
    [InlineData(CacheMode.ReadWrite, 1)]
    [InlineData(CacheMode.ReadOnly, 1)]
    [InlineData(CacheMode.Refresh, 2)]
    [InlineData(CacheMode.Bypass, 2)]
    public async Task Mode_SaysWhetherTheStoredAnswerIsRead(CacheMode mode, int calls)
    {
        using IChatClient client = Client();
        _model.ThenAnswer("old").ThenAnswer("new");
        await client.GetResponseAsync("Why?");
        await client.GetResponseAsync("Why?", new LlmChatOptions { CacheMode = mode });
        _model.Calls.Count.ShouldBe(calls);
        (await client.GetResponseAsync("Why?")).Text.ShouldBe(mode == CacheMode.Refresh ? "new" : "old");
    }

    [Fact]
    public async Task ReadOnlyRequest_StoresNothing()
    {
        using IChatClient client = Client();
        _model.ThenAnswer("a").ThenAnswer("b");
        await client.GetStreamingResponseAsync("Why?", new LlmChatOptions { CacheMode = CacheMode.ReadOnly }).ToChatResponseAsync();
        (await client.GetResponseAsync("Why?")).Text.ShouldBe("b");
    }

    [Fact]
    public async Task RequestThatCannotBeCompared_GoesToTheModel()
    {
        using IChatClient client = Client();
        _model.ThenAnswer("a").ThenAnswer("b");
        ChatOptions options = new() { ConversationId = "c" };
        await client.GetResponseAsync("Why?", options);
        (await client.GetResponseAsync("Why?", options)).Text.ShouldBe("b");
    }

    [Fact]
    public async Task Failure_IsNotKept()
    {
        using IChatClient client = Client();
        _model.ThenThrow(new InvalidOperationException("down")).ThenAnswer("up");
        await Should.ThrowAsync<InvalidOperationException>(client.GetResponseAsync("Why?"));
        (await client.GetResponseAsync("Why?")).Text.ShouldBe("up");
    }

    [Theory]
    [InlineData("gpt-4o", "gpt-4o", true)]
    [InlineData("gpt-4o", "gpt-4o-2024-08-06", true)]
    [InlineData("gpt-4o", "gpt-4o-mini", false)]
    [InlineData("gpt-4o", "gpt-4", false)]
    [InlineData("gpt-4o", null, false)]
    public void AnotherModelThanThePinnedOne_IsNotStored(string pinned, string? served, bool isStored)
    {
        ChatResponse response = CachingSamples.Response();
        response.ModelId = served;
        _cache.TrySet(CachingSamples.Key(), new CacheCandidate(response) { PinnedModelId = pinned }, out _).ShouldBe(isStored);
    }

    [Fact]
    public void Services_AreThoseOfCacheAndClient()
    {
        using IChatClient client = Client();
        client.GetService<LlmCacheLayer>().ShouldBeSameAs(_cache);
        client.GetService<ScriptedChatClient>().ShouldBeSameAs(_model);
        client.GetService(typeof(LlmCacheLayer), "key").ShouldBeNull();
    }

    public void Dispose() => _model.Dispose();

    private IChatClient Client(Func<ChatResponse, decimal?>? costOf = null) => new ChatClientBuilder(_model).UseLlmCache(_cache, costOf: costOf).Build();
}
