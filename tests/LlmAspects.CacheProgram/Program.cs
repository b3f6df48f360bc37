using LlmAspects.Components;
using LlmAspects.Components.Caching;
using LlmAspects.Components.Caching.SecondTier;
using LlmAspects.Components.Redis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using StackExchange.Redis;

// A process that asks for stored answers, stores them, perhaps invalidates a tag, says so and waits to be killed: REDIS PREFIX TENANT TAG keep|invalidate QUESTION...
using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(args[0]);
await using RedisCacheGenerations generations = await RedisCacheGenerations.SubscribeAsync(connection, new RedisCacheGenerationsOptions { KeyPrefix = args[1] + ":generation" });
using var store = new RedisCache(new RedisCacheOptions { ConnectionMultiplexerFactory = () => Task.FromResult<IConnectionMultiplexer>(connection) });
var cache = new LlmCacheLayer(secondTier: new SecondCacheTier(store, generations, new SecondCacheTierOptions { KeyPrefix = args[1] + ":cache:", Timeout = TimeSpan.FromSeconds(30) }));
foreach (string question in args[5..])
{
    var options = new LlmChatOptions { Tenant = args[2], CacheTags = [args[3]] };
    CacheKey.TryCreate(CacheTarget.Auto("1"), [new ChatMessage(ChatRole.User, question)], options, out CacheKey key, out _);
    CachedAnswer answer = await cache.GetOrCreateAsync(key, _ => Task.FromResult(new CacheCandidate(new ChatResponse(new ChatMessage(ChatRole.Assistant, "child")) { FinishReason = ChatFinishReason.Stop })));
    Console.WriteLine($"{question} {answer.Outcome} {answer.Response.Text}");
}

Console.WriteLine("answered all");
if (args[4] == "invalidate")
{
    await cache.InvalidateTagAsync(args[2], args[3]);
    Console.WriteLine("invalidated it");
}

await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
