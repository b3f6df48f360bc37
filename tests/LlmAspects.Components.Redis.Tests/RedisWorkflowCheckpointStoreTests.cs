using LlmAspects.Components.Orchestration;
using LlmAspects.Components.Redis.Tests.Servers;
using LlmAspects.Components.Tests.Orchestration;
using StackExchange.Redis;

namespace LlmAspects.Components.Redis.Tests;

[Collection(RedisGroup.Name)]
public class RedisWorkflowCheckpointStoreTests(RedisServer redis) : WorkflowCheckpointContract
{
    private static readonly WorkflowCheckpointKey Key = new("t", "w");

    private readonly RedisWorkflowCheckpointOptions _options = new() { KeyPrefix = Guid.NewGuid().ToString() };

    [FactWithRedis]
    public async Task Workflow_IsOneKeyThatExpires()
    {
        await Store().SaveAsync(Key, new NodeCheckpoint("a", "hash", "x"));
        await Store().SaveAsync(Key, new NodeCheckpoint("b", "hash", "y"));

        RedisKey key = redis.Server.Keys(pattern: _options.KeyPrefix + "*").ShouldHaveSingleItem();
        (await redis.Connection.GetDatabase().KeyTimeToLiveAsync(key))!.Value.ShouldBeInRange(TimeSpan.FromDays(6.9), TimeSpan.FromDays(7));
    }

    [FactWithRedis]
    public async Task AnotherConnection_ReadsWhatWasKept()
    {
        var node = new NodeCheckpoint("a", "hash", "x");
        await Store().SaveAsync(Key, node);
        await using ConnectionMultiplexer other = await redis.ConnectAsync();

        (await new RedisWorkflowCheckpointStore(other, _options).LoadAsync(Key)).ShouldBe([node]);
    }

    [FactWithRedis]
    public Task ProcessKilledInTheMiddle_AsksForNoNodeAgainThatHadEnded() =>
        new KilledWorkflow(Store(), "redis", redis.Address, _options.KeyPrefix).ShouldResumeAsync(afterNodes: 17);

    [FactWithRedis]
    public async Task RecordThatIsNone_IsDamaged()
    {
        foreach (string wrong in (string[])["", "{", "null", "{}", """{"step":"other","definition_hash":"h","text":"x"}""", """{"step":"a","definition_hash":"h","text":"x","more":1}"""])
        {
            await Store().RemoveAsync(Key);
            await Store().SaveAsync(Key, new NodeCheckpoint("a", "h", "x"));
            RedisKey key = redis.Server.Keys(pattern: _options.KeyPrefix + "*").Single();
            await redis.Connection.GetDatabase().HashSetAsync(key, "a", wrong);

            (await Should.ThrowAsync<WorkflowCheckpointException>(async () => await Store().LoadAsync(Key))).ErrorCode.ShouldBe("checkpoint_damaged");
        }
    }

    [Fact]
    public void Defaults_AreAsDocumented() =>
        new RedisWorkflowCheckpointOptions().ShouldBe(new RedisWorkflowCheckpointOptions { KeyPrefix = "llmaspects:workflow", KeptFor = TimeSpan.FromDays(7), Database = null });

    [FactWithRedis]
    public void OptionOutOfRange_Throws()
    {
        foreach (RedisWorkflowCheckpointOptions options in (RedisWorkflowCheckpointOptions[])[new() { KeyPrefix = "" }, new() { KeptFor = TimeSpan.Zero }, new() { Database = -1 }])
        {
            Should.Throw<ArgumentException>(() => new RedisWorkflowCheckpointStore(redis.Connection, options));
        }
    }

    private protected override IWorkflowCheckpointStore Store() => new RedisWorkflowCheckpointStore(redis.Connection, _options);
}
