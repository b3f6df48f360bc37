using LlmAspects.Components.Redis.Tests.Servers;
using LlmAspects.Components.Tests.Tokens;
using LlmAspects.Components.Tokens;

namespace LlmAspects.Components.Redis.Tests;

/// <summary>The contract of ledgers against a real Redis, with the clock of the tests.</summary>
[Collection(RedisGroup.Name)]
public class RedisBudgetLedgerTests(RedisServer redis) : BudgetLedgerContract
{
    protected override IBudgetLedger Create(BudgetOptions options, TimeProvider time) =>
        new RedisBudgetLedger(redis.Connection, options, new RedisBudgetOptions { KeyPrefix = Guid.NewGuid().ToString(), UseServerTime = false }, time);

    protected override ValueTask<BudgetStatus> StatusAsync(IBudgetLedger ledger, string tenant) => ((RedisBudgetLedger)ledger).GetStatusAsync(tenant);

    protected override ValueTask<BudgetStatus?> WorkflowStatusAsync(IBudgetLedger ledger, string tenant, string workflow) =>
        ((RedisBudgetLedger)ledger).GetWorkflowStatusAsync(tenant, workflow);
}
