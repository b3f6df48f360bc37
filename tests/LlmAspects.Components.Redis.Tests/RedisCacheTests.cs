using LlmAspects.Components.Caching;
using LlmAspects.Components.Caching.SecondTier;
using LlmAspects.Components.Redis.Tests.Servers;
using LlmAspects.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;

namespace LlmAspects.Components.Redis.Tests;

/// <summary>Several caches and processes on one Redis.</summary>
[Collection(RedisGroup.Name)]
public class RedisCacheTests(RedisServer redis)
{
    private const string Tenant = "t";
    private const string Tag = "prices";

    private readonly string _prefix = Guid.NewGuid().ToString();

    // The clock of the generations stands still: what is known stays known until a message says otherwise.
    private readonly FakeTimeProvider _time = new();

    [FactWithRedis]
    public async Task TwoProcesses_SeeEachOthersAnswersAndInvalidations()
    {
        await using RedisCacheGenerations generations = await ListenAsync();
        LlmCacheLayer cache = Cache(generations);
        (await cache.SetAsync(Key("parent?"), Candidate("parent"))).ShouldBeNull();

        string program = Path.Combine(AppContext.BaseDirectory, "LlmAspects.CacheProgram.dll");
        await using ServerProcess child = ServerProcess.Start("dotnet", program, redis.Address, _prefix, Tenant, Tag, "keep", "parent?", "child?");
        await child.EventuallyAsync("the answers", () => Task.FromResult(child.Said("answered ")));
        child.Said("parent? ").ShouldBe("Hit parent");
        child.Said("child? ").ShouldBe("Miss child");

        CachedAnswer answer = await cache.GetOrCreateAsync(Key("child?"), _ => throw new InvalidOperationException("The child has the answer."));
        (answer.Outcome, answer.Response.Text).ShouldBe((CacheOutcome.Hit, "child"));
        cache.TryGet(Key("parent?"), out _).ShouldBeTrue();
        cache.TryGet(Key("child?"), out _).ShouldBeTrue();
    }

    [FactWithRedis]
    public async Task ProcessThatInvalidates_TellsTheOthersAtOnce()
    {
        await using RedisCacheGenerations generations = await ListenAsync();
        LlmCacheLayer cache = Cache(generations);
        await cache.SetAsync(Key("parent?"), Candidate("parent"));

        string program = Path.Combine(AppContext.BaseDirectory, "LlmAspects.CacheProgram.dll");
        await using ServerProcess child = ServerProcess.Start("dotnet", program, redis.Address, _prefix, Tenant, Tag, "invalidate", "parent?");
        await child.EventuallyAsync("the invalidation", () => Task.FromResult(child.Said("invalidated ")));

        await Eventually.GetAsync("the end of the entry", () => Task.FromResult(cache.TryGet(Key("parent?"), out _) ? null : "gone"), () => "The entry is still served.");
        cache.GetStatistics().Invalidated.ShouldBe(1);
        (await cache.GetAsync(Key("parent?"))).ShouldBeNull();
    }

    [FactWithRedis]
    public async Task InvalidationWhoseMessageIsLost_IsSeenAfterASecond()
    {
        await using ConnectionMultiplexer other = await redis.ConnectAsync();
        await using RedisCacheGenerations deaf = await ListenAsync();
        await using RedisCacheGenerations generations = await ListenAsync(other);
        LlmCacheLayer cache = Cache(deaf);
        await cache.SetAsync(Key("q"), Candidate("a"));
        await redis.Connection.GetSubscriber().UnsubscribeAllAsync();
        await Cache(generations).InvalidateTagAsync(Tenant, Tag);

        (await cache.GetAsync(Key("q"))).ShouldNotBeNull();
        _time.Advance(TimeSpan.FromSeconds(1));
        cache.TryGet(Key("q"), out _).ShouldBeFalse();
        (await cache.GetAsync(Key("q"))).ShouldBeNull();
    }

    [FactWithRedis]
    public async Task AnswerUnderWayDuringAnInvalidation_IsServedToNobodyLater()
    {
        await using RedisCacheGenerations generations = await ListenAsync();
        LlmCacheLayer cache = Cache(generations);
        TaskCompletionSource<CacheCandidate> model = new();
        TaskCompletionSource asked = new();
        Task<CachedAnswer> caller = cache.GetOrCreateAsync(Key("q"), _ =>
        {
            asked.SetResult();
            return model.Task;
        });
        await asked.Task;
        await cache.InvalidateTenantAsync(Tenant);
        model.SetResult(Candidate("late"));
        (await caller).Response.Text.ShouldBe("late");
        (await cache.GetAsync(Key("q"))).ShouldBeNull();
        (await Cache(generations).GetAsync(Key("q"))).ShouldBeNull();
    }

    [FactWithRedis]
    public async Task Numbers_AreNeverUsedTwice()
    {
        await using RedisCacheGenerations generations = await ListenAsync();
        await generations.AdvanceAsync("tenant:x", default);
        long[] first = await generations.GetAsync(["tenant:x"], default);
        await redis.Connection.GetDatabase().KeyDeleteAsync($"{_prefix}:generation:tenant:x");
        await generations.AdvanceAsync("tenant:x", default);
        long[] second = await generations.GetAsync(["tenant:x"], default);
        second[0].ShouldBeGreaterThan(first[0]);
        (await redis.Connection.GetDatabase().KeyTimeToLiveAsync($"{_prefix}:generation:tenant:x")).ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.FromDays(6));
    }

    [FactWithRedis]
    public async Task PoisonedEntry_IsAMiss()
    {
        await using RedisCacheGenerations generations = await ListenAsync();
        await Cache(generations).SetAsync(Key("q"), Candidate("a"));
        string name = redis.Server.Keys(pattern: $"{_prefix}:cache:*").Single().ToString();
        byte[] stored = (await redis.Connection.GetDatabase().HashGetAsync(name, "data"))!;
        stored[^40] ^= 1;
        await redis.Connection.GetDatabase().HashSetAsync(name, "data", stored);

        LlmCacheLayer other = Cache(generations, out SecondCacheTier tier);
        (await other.GetAsync(Key("q"))).ShouldBeNull();
        (tier.Rejected, tier.Failed).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Options_AreChecked()
    {
        RedisCacheGenerationsOptions options = new();
        (options.KeyPrefix, options.MaxAge, options.KeptFor, options.Database).ShouldBe(("llmaspects:generation", TimeSpan.FromSeconds(1), TimeSpan.FromDays(7), null));
        await Should.ThrowAsync<ArgumentException>(() => RedisCacheGenerations.SubscribeAsync(redis.Connection, options with { KeyPrefix = "" }));
        await Should.ThrowAsync<ArgumentException>(() => RedisCacheGenerations.SubscribeAsync(redis.Connection, options with { MaxAge = TimeSpan.FromMinutes(2) }));
        await Should.ThrowAsync<ArgumentException>(() => RedisCacheGenerations.SubscribeAsync(redis.Connection, options with { KeptFor = TimeSpan.Zero }));
        await Should.ThrowAsync<ArgumentException>(() => RedisCacheGenerations.SubscribeAsync(redis.Connection, options with { Database = -1 }));
    }

    private static CacheCandidate Candidate(string text) => new(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = ChatFinishReason.Stop });

    private static CacheKey Key(string question)
    {
        CacheKey.TryCreate(CacheTarget.Auto("1"), [new ChatMessage(ChatRole.User, question)], new LlmChatOptions { Tenant = Tenant, CacheTags = [Tag] }, out CacheKey key, out _).ShouldBeTrue();
        return key;
    }

    private Task<RedisCacheGenerations> ListenAsync(ConnectionMultiplexer? connection = null) =>
        RedisCacheGenerations.SubscribeAsync(connection ?? redis.Connection, new RedisCacheGenerationsOptions { KeyPrefix = _prefix + ":generation" }, _time);

    private LlmCacheLayer Cache(ICacheGenerations generations) => Cache(generations, out _);

    private LlmCacheLayer Cache(ICacheGenerations generations, out SecondCacheTier tier)
    {
        RedisCache store = new(new RedisCacheOptions { ConnectionMultiplexerFactory = () => Task.FromResult<IConnectionMultiplexer>(redis.Connection) });
        tier = new SecondCacheTier(store, generations, new SecondCacheTierOptions { KeyPrefix = _prefix + ":cache:", Timeout = TimeSpan.FromSeconds(30) });
        return new LlmCacheLayer(secondTier: tier);
    }
}
