using LlmAspects.Components.Redis.Tests.Servers;
using LlmAspects.Components.Tokens;
using LlmAspects.Testing;
using StackExchange.Redis;

namespace LlmAspects.Components.Redis.Tests;

/// <summary>Several ledgers and processes on one Redis, by the clock of the server.</summary>
[Collection(RedisGroup.Name)]
public class RedisBudgetSharingTests(RedisServer redis)
{
    private const int Limit = 20_000;

    private readonly RedisBudgetOptions _options = new() { KeyPrefix = Guid.NewGuid().ToString() };
    private long _booked;
    private long _refused;
    private int _overspends;

    [FactWithRedis]
    public async Task TwoConnections_ShareOneCapWithoutOverspending()
    {
        await using ConnectionMultiplexer other = await redis.ConnectAsync();
        RedisBudgetLedger[] ledgers = [Ledger(redis.Connection), Ledger(other)];

        await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(() => SpendAsync(ledgers[number % 2], new Random(number)))));

        foreach (RedisBudgetLedger ledger in ledgers)
        {
            BudgetStatus status = await ledger.GetStatusAsync("t");
            (status.Used, status.Reserved).ShouldBe((_booked, 0));
            status.Available!.Value.ShouldBeLessThan(100);
            (await ledger.GetWorkflowStatusAsync("t", "w"))!.Used.ShouldBe(_booked);
        }

        _overspends.ShouldBe(0);
        _refused.ShouldBeGreaterThan(0);
    }

    [FactWithRedis]
    public async Task ConnectionThatIsCut_BooksEverythingOnce()
    {
        await using ConnectionMultiplexer cut = await redis.ConnectAsync();
        Task spending = Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => SpendAsync(Ledger(cut), new Random(number)))));
        // No more often than an operation is repeated.
        for (int cuts = 0; cuts < 2; cuts++)
        {
            // Every connection for commands except the one that says so: answers on their way are lost.
            await redis.Connection.GetDatabase().ExecuteAsync("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
            await Ledger(cut).GetStatusAsync("t");
        }

        await spending;

        BudgetStatus status = await Ledger(redis.Connection).GetStatusAsync("t");
        (status.Used, status.Reserved).ShouldBe((_booked, 0));
        _overspends.ShouldBe(0);
    }

    [FactWithRedis]
    public Task ProcessThatDiesBeforeItSends_GivesBackItsReservation() => DieAsync("unsent", expectedUsed: 0);

    [FactWithRedis]
    public Task ProcessThatDiesAfterItSent_IsBookedAtItsWorstCase() => DieAsync("sent", expectedUsed: 300);

    private async Task DieAsync(string state, long expectedUsed)
    {
        RedisBudgetLedger ledger = new(redis.Connection, new BudgetOptions { TokensPerDay = 1_000 }, _options);
        string program = Path.Combine(AppContext.BaseDirectory, "LlmAspects.BudgetProgram.dll");
        await using (ServerProcess process = ServerProcess.Start("dotnet", program, redis.Address, _options.KeyPrefix, "3000", "t", "300", state))
        {
            await process.EventuallyAsync("the reservation", () => Task.FromResult(process.Said("reserved ")));
            BudgetStatus alive = await ledger.GetStatusAsync("t");
            (alive.Used, alive.Reserved).ShouldBe((0, 300));
        }

        BudgetStatus after = await Eventually.GetAsync(
            "the end of the lease",
            async () => await ledger.GetStatusAsync("t") is { Reserved: 0 } status ? status : null,
            () => "The lease is still alive.");
        after.Used.ShouldBe(expectedUsed);
    }

    private RedisBudgetLedger Ledger(IConnectionMultiplexer connection) =>
        new(connection, new BudgetOptions { TokensPerDay = Limit, WorkflowTokens = 2 * Limit, LeaseDuration = TimeSpan.FromMinutes(10) }, _options);

    private async Task SpendAsync(RedisBudgetLedger ledger, Random random)
    {
        for (int i = 0; i < 200; i++)
        {
            int tokens = random.Next(1, 100);
            try
            {
                BudgetLease lease = await ledger.ReserveAsync(new BudgetRequest("t", "m", tokens - 1, 1) { Workflow = "w" });
                BudgetStatus status = await ledger.GetStatusAsync("t");
                Interlocked.Add(ref _overspends, status.Used + status.Reserved > Limit ? 1 : 0);
                await ledger.MarkSentAsync(lease);
                int used = random.Next(tokens + 1);
                await ledger.SettleAsync(lease, used);
                Interlocked.Add(ref _booked, used);
            }
            catch (BudgetExceededException)
            {
                Interlocked.Increment(ref _refused);
            }
        }
    }
}
