using LlmAspects.Components.Tokens;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;

namespace LlmAspects.Components.Redis.Tests;

/// <summary>A ledger in Redis and one in memory that are asked the same and must answer the same.</summary>
internal sealed class TwinLedgers
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.Zero));
    private readonly List<(BudgetLease Redis, BudgetLease Memory)> _leases = [];
    private readonly List<BudgetAlert> _redisAlerts = [];
    private readonly List<BudgetAlert> _memoryAlerts = [];
    private readonly RedisBudgetLedger _redis;
    private readonly InMemoryBudgetLedger _memory;
    private readonly Random _random;

    public TwinLedgers(IConnectionMultiplexer connection, Random random)
    {
        var options = new BudgetOptions { TokensPerDay = 1_000, WorkflowTokens = 500 };
        _random = random;
        _redis = new RedisBudgetLedger(connection, options with { OnAlert = _redisAlerts.Add }, new RedisBudgetOptions { KeyPrefix = Guid.NewGuid().ToString(), UseServerTime = false }, _time);
        _memory = new InMemoryBudgetLedger(options with { OnAlert = _memoryAlerts.Add }, _time);
    }

    public async Task StepAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(_random.Next(100)));
        if (_leases.Count == 0 || _random.Next(2) == 0)
        {
            await ReserveAsync();
        }
        else
        {
            await UseAsync(_leases[_random.Next(_leases.Count)], _random.Next(300));
        }

        (await _redis.GetStatusAsync("t")).ShouldBe(_memory.GetStatus("t"));
        (await _redis.GetWorkflowStatusAsync("t", "0")).ShouldBe(_memory.GetWorkflowStatus("t", "0"));
        _redisAlerts.ShouldBe(_memoryAlerts);
    }

    private async Task ReserveAsync()
    {
        string?[] workflows = [null, "0", "1"];
        var request = new BudgetRequest("t", "m", _random.Next(200), 1) { Workflow = workflows[_random.Next(3)] };
        (BudgetLease? redis, string redisRefusal) = await TryAsync(() => _redis.ReserveAsync(request));
        (BudgetLease? memory, string memoryRefusal) = await TryAsync(() => _memory.ReserveAsync(request));
        redisRefusal.ShouldBe(memoryRefusal);
        if (redis is not null)
        {
            _leases.Add((redis, memory!));
        }
    }

    private async Task UseAsync((BudgetLease Redis, BudgetLease Memory) lease, int used)
    {
        switch (_random.Next(4))
        {
            case 0:
                (await FailsAsync(() => _redis.MarkSentAsync(lease.Redis))).ShouldBe(await FailsAsync(() => _memory.MarkSentAsync(lease.Memory)));
                break;
            case 1:
                await _redis.RenewAsync(lease.Redis);
                await _memory.RenewAsync(lease.Memory);
                break;
            case 2:
                await _redis.SettleAsync(lease.Redis, used);
                await _memory.SettleAsync(lease.Memory, used);
                break;
            default:
                await _redis.ReleaseAsync(lease.Redis);
                await _memory.ReleaseAsync(lease.Memory);
                break;
        }
    }

    private static async Task<(BudgetLease? Lease, string Refusal)> TryAsync(Func<ValueTask<BudgetLease>> reserve)
    {
        try
        {
            return (await reserve(), "");
        }
        catch (BudgetExceededException error)
        {
            return (null, error.Message);
        }
    }

    private static async Task<bool> FailsAsync(Func<ValueTask> act)
    {
        try
        {
            await act();
            return false;
        }
        catch (BudgetLeaseExpiredException)
        {
            return true;
        }
    }
}
