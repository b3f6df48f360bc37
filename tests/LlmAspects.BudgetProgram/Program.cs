using System.Globalization;
using LlmAspects.Components.Redis;
using LlmAspects.Components.Tokens;
using StackExchange.Redis;

// A process that reserves tokens, says so and waits to be killed: REDIS PREFIX LEASE_MS TENANT TOKENS sent|unsent
using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(args[0]);
var ledger = new RedisBudgetLedger(
    connection,
    new BudgetOptions { TokensPerDay = 1_000, LeaseDuration = TimeSpan.FromMilliseconds(int.Parse(args[2], CultureInfo.InvariantCulture)) },
    new RedisBudgetOptions { KeyPrefix = args[1] });
BudgetLease lease = await ledger.ReserveAsync(new BudgetRequest(args[3], "m", int.Parse(args[4], CultureInfo.InvariantCulture) - 1, 1));
if (args[5] == "sent")
{
    await ledger.MarkSentAsync(lease);
}

Console.WriteLine($"reserved {lease.Id}");
await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
