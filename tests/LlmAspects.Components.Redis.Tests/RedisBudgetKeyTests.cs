using LlmAspects.Components.Redis.Tests.Servers;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;

namespace LlmAspects.Components.Redis.Tests;

/// <summary>What a ledger leaves in Redis and asks of it.</summary>
[Collection(RedisGroup.Name)]
public class RedisBudgetKeyTests(RedisServer redis)
{
    private readonly RedisBudgetOptions _options = new() { KeyPrefix = Guid.NewGuid().ToString() };

    [FactWithRedis]
    public async Task KeysOfATenant_HaveOneHashTagAndExpire()
    {
        RedisBudgetLedger ledger = Ledger();
        foreach (string tenant in (string[])["", "a", "b}{c"])
        {
            await ledger.SettleAsync(await ledger.ReserveAsync(Request(tenant)), 1);
            await ledger.ReserveAsync(Request(tenant));
        }

        RedisKey[] keys = [.. redis.Server.Keys(pattern: _options.KeyPrefix + "*")];
        keys.Length.ShouldBe(9);
        keys.GroupBy(key => TagOf(key!)).Select(tag => (tag.Key.Length > 0, tag.Count())).ShouldBe([(true, 3), (true, 3), (true, 3)]);
        foreach (RedisKey key in keys)
        {
            (await redis.Connection.GetDatabase().KeyTimeToLiveAsync(key))!.Value.ShouldBeInRange(TimeSpan.FromDays(1.9), TimeSpan.FromDays(2.1));
        }
    }

    [FactWithRedis]
    public async Task Operation_IsOneScriptAndOneRoundTrip()
    {
        RedisBudgetLedger ledger = Ledger();
        await UseAsync(ledger);
        await redis.Server.ConfigResetStatisticsAsync();

        await UseAsync(ledger);

        (await CallsAsync()).ShouldBe([("evalsha", 5)], ignoreOrder: true);
    }

    [FactWithRedis]
    public async Task ServerThatForgotTheScripts_LearnsThemAgain()
    {
        RedisBudgetLedger ledger = Ledger();
        await UseAsync(ledger);
        // As another client would do it: ours does not notice.
        await redis.Connection.GetDatabase().ExecuteAsync("SCRIPT", "FLUSH");

        await UseAsync(ledger);

        (await ledger.GetStatusAsync("t")).Used.ShouldBe(14);
    }

    [FactWithRedis]
    public async Task ClockOfTheMachineThatIsWrong_DoesNotMatter()
    {
        var wrong = new FakeTimeProvider(new DateTimeOffset(2001, 1, 1, 12, 0, 0, TimeSpan.Zero));
        RedisBudgetLedger ledger = Ledger(wrong);
        RedisBudgetLedger other = Ledger();

        BudgetLease lease = await ledger.ReserveAsync(Request("t"));

        BudgetStatus status = await other.GetStatusAsync("t");
        (await ledger.GetStatusAsync("t")).ShouldBe(status);
        status.Reserved.ShouldBe(10);
        lease.ExpiresAt.ShouldBe(wrong.GetUtcNow() + TimeSpan.FromMinutes(2));
        wrong.Advance(TimeSpan.FromDays(1));
        await other.MarkSentAsync(lease);
        await ledger.SettleAsync(lease, 7);
        (await other.GetStatusAsync("t")).ShouldBe(status with { Used = 7, Reserved = 0 });
    }

    [FactWithRedis]
    public async Task RandomOperations_GiveWhatTheLedgerInMemoryGives()
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var twins = new TwinLedgers(redis.Connection, new Random(seed));
            for (int step = 0; step < 60; step++)
            {
                await twins.StepAsync();
            }
        }
    }

    [Fact]
    public void Defaults_AreAsDocumented() =>
        new RedisBudgetOptions().ShouldBe(new RedisBudgetOptions { KeyPrefix = "llmaspects:budget", Database = null, UseServerTime = true });

    [FactWithRedis]
    public void OptionOutOfRange_Throws()
    {
        foreach (RedisBudgetOptions options in (RedisBudgetOptions[])[new() { KeyPrefix = "" }, new() { KeyPrefix = "a{b" }, new() { Database = -1 }])
        {
            Should.Throw<ArgumentException>(() => new RedisBudgetLedger(redis.Connection, options: options));
        }

        Should.Throw<ArgumentOutOfRangeException>(() => new RedisBudgetLedger(redis.Connection, new BudgetOptions { WorkflowTokens = -1 }));
    }

    private static BudgetRequest Request(string tenant) => new(tenant, "m", 9, 1);

    // What a cluster hashes: from the first opening brace to the next closing one. https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/#hash-tags
    private static string TagOf(string key) => key[(key.IndexOf('{', StringComparison.Ordinal) + 1)..].Split('}')[0];

    private static async Task UseAsync(RedisBudgetLedger ledger)
    {
        BudgetLease lease = await ledger.ReserveAsync(Request("t"));
        await ledger.MarkSentAsync(lease);
        await ledger.RenewAsync(lease);
        await ledger.SettleAsync(lease, 7);
        await ledger.GetStatusAsync("t");
    }

    private RedisBudgetLedger Ledger(TimeProvider? time = null) => new(redis.Connection, new BudgetOptions { TokensPerDay = 1_000 }, _options, time);

    // What clients sent; what scripts call themselves is counted by the server as well and left out, as is the question.
    private async Task<(string Command, int Calls)[]> CallsAsync()
    {
        string[] within = ["time", "pexpire", "hget", "hset", "hsetnx", "hexists", "hdel", "hincrby", "zadd", "zrem", "zrangebyscore"];
        string[] beside = ["info", "config|resetstat", "ping", "subscribe", "client|setinfo"];
        return [.. (await redis.Server.InfoAsync("commandstats")).SelectMany(group => group)
            .Select(line => (line.Key["cmdstat_".Length..], int.Parse(line.Value.Split(',')[0]["calls=".Length..], System.Globalization.CultureInfo.InvariantCulture)))
            .Where(line => !within.Contains(line.Item1) && !beside.Contains(line.Item1))];
    }
}
