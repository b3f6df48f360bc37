using System.Globalization;
using LlmAspects.Components.Tokens;

namespace LlmAspects.Components.Tests.Tokens;

/// <summary>Many tasks on one tenant and its workflows, up to the limits.</summary>
public class BudgetConcurrencyTests
{
    private const int Tasks = 64;
    private const int Workflows = 4;

    private static readonly int Calls = int.Parse(Environment.GetEnvironmentVariable("LLMASPECTS_BUDGET_CALLS") ?? "200000", CultureInfo.InvariantCulture);

    private readonly long _tenantLimit = Calls * 8L;
    private readonly long _workflowLimit = Calls * 27L / 10;
    private readonly long[] _booked = new long[Workflows];
    private readonly long[] _refused = new long[2];
    private long _calls;
    private int _overspends;

    [Fact]
    public async Task ReserveAndSettleByManyTasks_NeverOverspendsByOneToken()
    {
        var ledger = new InMemoryBudgetLedger(new BudgetOptions { TokensPerDay = _tenantLimit, WorkflowTokens = _workflowLimit });

        await Task.WhenAll(Enumerable.Range(0, Tasks).Select(number => Task.Run(() => SpendAsync(ledger, number))));

        _overspends.ShouldBe(0);
        _calls.ShouldBe(Calls);
        BudgetStatus tenant = ledger.GetStatus("t");
        (tenant.Used, tenant.Reserved).ShouldBe((_booked.Sum(), 0));
        for (int workflow = 0; workflow < Workflows; workflow++)
        {
            BudgetStatus status = ledger.GetWorkflowStatus("t", NameOf(workflow))!;
            (status.Used, status.Reserved).ShouldBe((_booked[workflow], 0));
        }

        // Both limits were met, and were used up but for what no request fits in.
        _refused.ShouldAllBe(refused => refused > 0);
        tenant.Available!.Value.ShouldBeLessThan(50);
    }

    private static string NameOf(int workflow) => workflow.ToString(CultureInfo.InvariantCulture);

    private async Task SpendAsync(InMemoryBudgetLedger ledger, int number)
    {
        var random = new Random(number);
        while (Interlocked.Increment(ref _calls) is var call && call <= Calls)
        {
            // Half of the calls go to the first workflow, so that it runs out before the tenant does.
            int workflow = Math.Max(0, random.Next(-2, Workflows));
            await SpendAsync(ledger, workflow, tokens: random.Next(1, 50), random);
        }

        Interlocked.Decrement(ref _calls);
    }

    private async Task SpendAsync(InMemoryBudgetLedger ledger, int workflow, int tokens, Random random)
    {
        try
        {
            BudgetLease lease = await ledger.ReserveAsync(new BudgetRequest("t", "m", tokens - 1, 1) { Workflow = NameOf(workflow) });
            Look(ledger.GetStatus("t"));
            Look(ledger.GetWorkflowStatus("t", NameOf(workflow))!);
            await ledger.MarkSentAsync(lease);
            int used = random.Next(tokens + 1);
            await ledger.SettleAsync(lease, used);
            Interlocked.Add(ref _booked[workflow], used);
        }
        catch (BudgetExceededException error)
        {
            Interlocked.Increment(ref _refused[error.Workflow is null ? 0 : 1]);
        }
    }

    private void Look(BudgetStatus status)
    {
        if (status.Used + status.Reserved > status.Limit)
        {
            Interlocked.Increment(ref _overspends);
        }
    }
}
