using LlmAspects.Components.Tokens;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Tokens;

/// <summary>What every ledger does, wherever it keeps its numbers.</summary>
public abstract class BudgetLedgerContract
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly List<BudgetAlert> _alerts = [];

    [LedgerFact]
    public async Task ReservationThatFits_IsHeldAndSettledAtWhatWasUsed()
    {
        IBudgetLedger ledger = Ledger(limit: 1_000);

        BudgetLease lease = await ledger.ReserveAsync(Request(300));
        (await StatusAsync(ledger, "t")).ShouldBe(new BudgetStatus("t", new DateOnly(2026, 3, 1), 0, 300, 1_000));
        await ledger.MarkSentAsync(lease);
        await ledger.SettleAsync(lease, 120);

        (await StatusAsync(ledger, "t")).ShouldBe(new BudgetStatus("t", new DateOnly(2026, 3, 1), 120, 0, 1_000));
    }

    [LedgerFact]
    public async Task ReservationThatDoesNotFit_ThrowsAndReservesNothing()
    {
        IBudgetLedger ledger = Ledger(limit: 1_000);
        await ledger.ReserveAsync(Request(700));

        BudgetExceededException error = await Should.ThrowAsync<BudgetExceededException>(async () => await ledger.ReserveAsync(Request(301)));

        (error.Requested, error.Available).ShouldBe((301, 300));
        (await StatusAsync(ledger, "t")).Available.ShouldBe(300);
    }

    [LedgerFact]
    public async Task SettledTwice_IsBookedOnce()
    {
        IBudgetLedger ledger = Ledger(limit: 1_000);
        BudgetLease lease = await ledger.ReserveAsync(Request(300));

        await ledger.SettleAsync(lease, 100);
        await ledger.SettleAsync(lease, 100);
        await ledger.ReleaseAsync(lease);

        (await StatusAsync(ledger, "t")).Used.ShouldBe(100);
    }

    [LedgerFact]
    public async Task UnsentLeaseThatLapses_IsGivenBackAndCannotBeSent()
    {
        IBudgetLedger ledger = Ledger(limit: 1_000);
        BudgetLease lease = await ledger.ReserveAsync(Request(300));

        _time.Advance(TimeSpan.FromMinutes(2));

        (await StatusAsync(ledger, "t")).Available.ShouldBe(1_000);
        await Should.ThrowAsync<BudgetLeaseExpiredException>(async () => await ledger.MarkSentAsync(lease));
    }

    [LedgerFact]
    public async Task SentLeaseThatLapses_IsBookedAtItsWorstCaseForGood()
    {
        IBudgetLedger ledger = Ledger(limit: 1_000);
        BudgetLease lease = await ledger.ReserveAsync(Request(300));
        await ledger.MarkSentAsync(lease);

        _time.Advance(TimeSpan.FromMinutes(2));
        await ledger.SettleAsync(lease, 10);

        (await StatusAsync(ledger, "t")).Used.ShouldBe(300);
    }

    [LedgerFact]
    public async Task RenewedLease_StaysAlive()
    {
        IBudgetLedger ledger = Ledger(limit: 1_000);
        BudgetLease lease = await ledger.ReserveAsync(Request(300));
        await ledger.MarkSentAsync(lease);
        for (int i = 0; i < 5; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(1.5));
            await ledger.RenewAsync(lease);
        }

        await ledger.SettleAsync(lease, 10);

        (await StatusAsync(ledger, "t")).Used.ShouldBe(10);
    }

    [LedgerFact]
    public async Task Tenants_DoNotShareABudgetAndTheEmptyOneIsItsOwn()
    {
        IBudgetLedger ledger = Create(new BudgetOptions { TokensPerDay = 100, TenantTokensPerDay = new Dictionary<string, long> { ["big"] = 500 } }, _time);

        await ledger.ReserveAsync(Request(100, ""));
        await ledger.ReserveAsync(Request(100, "t"));
        await ledger.ReserveAsync(Request(500, "big"));

        await Should.ThrowAsync<BudgetExceededException>(async () => await ledger.ReserveAsync(Request(1, "")));
    }

    [LedgerFact]
    public async Task NextDay_StartsAtZeroAndALateSettleBelongsToTheOldDay()
    {
        IBudgetLedger ledger = Ledger(limit: 100, lease: TimeSpan.FromDays(2));
        BudgetLease lease = await ledger.ReserveAsync(Request(100));
        await ledger.MarkSentAsync(lease);
        _time.Advance(TimeSpan.FromHours(12));

        await ledger.ReserveAsync(Request(100));
        await ledger.SettleAsync(lease, 100);

        (await StatusAsync(ledger, "t")).ShouldBe(new BudgetStatus("t", new DateOnly(2026, 3, 2), 0, 100, 100));
    }

    [LedgerFact]
    public async Task SettleAboveTheReservation_IsBookedAndAlarmed()
    {
        IBudgetLedger ledger = Ledger(limit: 1_000);

        await ledger.SettleAsync(await ledger.ReserveAsync(Request(100)), 150);

        (await StatusAsync(ledger, "t")).Used.ShouldBe(150);
        _alerts.ShouldBe([new BudgetAlert("t", new DateOnly(2026, 3, 1), BudgetAlertKind.SettledAboveReservation, 150, 1_000)]);
    }

    [LedgerFact]
    public async Task FourFifthsUsed_AlertsOnce()
    {
        IBudgetLedger ledger = Ledger(limit: 1_000);

        await ledger.SettleAsync(await ledger.ReserveAsync(Request(799)), 799);
        _alerts.ShouldBeEmpty();
        await ledger.SettleAsync(await ledger.ReserveAsync(Request(1)), 1);
        await ledger.SettleAsync(await ledger.ReserveAsync(Request(1)), 1);

        _alerts.ShouldBe([new BudgetAlert("t", new DateOnly(2026, 3, 1), BudgetAlertKind.FractionReached, 800, 1_000)]);
    }

    [LedgerFact]
    public async Task NoLimit_CountsAll()
    {
        IBudgetLedger ledger = Create(new BudgetOptions(), _time);

        await ledger.SettleAsync(await ledger.ReserveAsync(Request(1_000_000_000)), 5);

        (await StatusAsync(ledger, "t")).ShouldBe(new BudgetStatus("t", new DateOnly(2026, 3, 1), 5, 0, null));
    }

    [LedgerFact]
    public async Task WorkflowWithLessLeftThanItsTenant_IsTheLimit()
    {
        IBudgetLedger ledger = Ledger(limit: 1_000, workflow: 200);
        await ledger.ReserveAsync(Request(150, workflow: "w"));

        BudgetExceededException error = await Should.ThrowAsync<BudgetExceededException>(async () => await ledger.ReserveAsync(Request(51, workflow: "w")));

        (error.Tenant, error.Workflow, error.Requested, error.Available).ShouldBe(("t", "w", 51, 50));
        (await StatusAsync(ledger, "t")).Reserved.ShouldBe(150);
        (await WorkflowStatusAsync(ledger, "t", "w")).ShouldBe(new BudgetStatus("t", new DateOnly(2026, 3, 1), 0, 150, 200) { Workflow = "w" });
    }

    [LedgerFact]
    public async Task TenantWithLessLeftThanAWorkflow_IsTheLimitAndTheWorkflowReservesNothing()
    {
        IBudgetLedger ledger = Ledger(limit: 100, workflow: 80);
        await ledger.ReserveAsync(Request(70, workflow: "a"));

        BudgetExceededException error = await Should.ThrowAsync<BudgetExceededException>(async () => await ledger.ReserveAsync(Request(31, workflow: "b")));

        (error.Workflow, error.Available).ShouldBe((null, 30));
        (await WorkflowStatusAsync(ledger, "t", "b"))!.Reserved.ShouldBe(0);
    }

    [LedgerFact]
    public async Task Workflows_HaveTheirOwnSumsInEveryTenant()
    {
        IBudgetLedger ledger = Ledger(limit: 1_000, workflow: 100);
        BudgetLease lease = await ledger.ReserveAsync(Request(100, workflow: "w"));
        await ledger.ReserveAsync(Request(100, workflow: "other"));
        await ledger.ReserveAsync(Request(100, "u", "w"));
        await ledger.ReserveAsync(Request(500));
        await ledger.SettleAsync(lease, 30);

        (await StatusAsync(ledger, "t")).ShouldBe(new BudgetStatus("t", new DateOnly(2026, 3, 1), 30, 600, 1_000));
        (await WorkflowStatusAsync(ledger, "t", "w"))!.Available.ShouldBe(70);
        (await WorkflowStatusAsync(ledger, "t", "other"))!.Available.ShouldBe(0);
        (await WorkflowStatusAsync(ledger, "u", "w"))!.Available.ShouldBe(0);
        (await WorkflowStatusAsync(ledger, "t", "never"))!.Available.ShouldBe(100);
    }

    [LedgerFact]
    public async Task LapsedLeases_AreBookedOrGivenBackInTheirWorkflowToo()
    {
        IBudgetLedger ledger = Ledger(limit: 1_000, workflow: 200);
        await ledger.ReserveAsync(Request(40, workflow: "w"));
        await ledger.MarkSentAsync(await ledger.ReserveAsync(Request(60, workflow: "w")));

        _time.Advance(TimeSpan.FromMinutes(2));

        (await WorkflowStatusAsync(ledger, "t", "w")).ShouldBe(new BudgetStatus("t", new DateOnly(2026, 3, 1), 60, 0, 200) { Workflow = "w" });
    }

    [LedgerFact]
    public async Task NextDay_WorkflowsStartAtZero()
    {
        IBudgetLedger ledger = Ledger(limit: 1_000, workflow: 100);
        await ledger.SettleAsync(await ledger.ReserveAsync(Request(100, workflow: "w")), 100);
        _time.Advance(TimeSpan.FromHours(12));

        await ledger.ReserveAsync(Request(100, workflow: "w"));

        (await WorkflowStatusAsync(ledger, "t", "w")).ShouldBe(new BudgetStatus("t", new DateOnly(2026, 3, 2), 0, 100, 100) { Workflow = "w" });
    }

    [LedgerFact]
    public async Task NoLimitForWorkflows_CountsNone()
    {
        IBudgetLedger ledger = Ledger(limit: 1_000);

        await ledger.ReserveAsync(Request(900, workflow: "w"));

        (await WorkflowStatusAsync(ledger, "t", "w")).ShouldBeNull();
    }

    [LedgerFact]
    public async Task LeaseRenewedAfterItLapsed_StaysEnded()
    {
        IBudgetLedger ledger = Ledger(limit: 1_000);
        BudgetLease lease = await ledger.ReserveAsync(Request(300));
        _time.Advance(TimeSpan.FromMinutes(2));

        await ledger.RenewAsync(lease);

        (await StatusAsync(ledger, "t")).Reserved.ShouldBe(0);
    }

    [LedgerFact]
    public async Task Lease_SaysWhenItLapses()
    {
        BudgetLease lease = await Ledger(limit: 1_000).ReserveAsync(Request(300));

        lease.ExpiresAt.ShouldBe(_time.GetUtcNow() + TimeSpan.FromMinutes(2));
        lease.Request.ShouldBe(Request(300));
    }

    [LedgerFact]
    public async Task OddNames_AreNamesLikeOthers()
    {
        IBudgetLedger ledger = Ledger(limit: 100, workflow: 60);
        foreach (string tenant in (string[])["{a}:b", "a}{b", " ", "名前", "a\r\nb", new string('n', 2_000)])
        {
            BudgetLease lease = await ledger.ReserveAsync(Request(50, tenant, "{w}:" + tenant));
            await ledger.MarkSentAsync(lease);
            await ledger.SettleAsync(lease, 20);

            (await StatusAsync(ledger, tenant)).ShouldBe(new BudgetStatus(tenant, new DateOnly(2026, 3, 1), 20, 0, 100));
            (await WorkflowStatusAsync(ledger, tenant, "{w}:" + tenant))!.Used.ShouldBe(20);
        }
    }

    [LedgerFact]
    public async Task WrongRequests_Throw()
    {
        IBudgetLedger ledger = Ledger(limit: 100);
        BudgetLease lease = await ledger.ReserveAsync(Request(10));

        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await ledger.ReserveAsync(new BudgetRequest("t", "m", -1, 1)));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await ledger.ReserveAsync(new BudgetRequest("t", "m", 0, 0)));
        await Should.ThrowAsync<ArgumentNullException>(async () => await ledger.ReserveAsync(new BudgetRequest(null!, "m", 0, 1)));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await ledger.SettleAsync(lease, -1));
        await Should.ThrowAsync<OperationCanceledException>(async () => await ledger.ReserveAsync(Request(1), new CancellationToken(canceled: true)));
        (await StatusAsync(ledger, "t")).Reserved.ShouldBe(10);
    }

    /// <summary>A ledger of the kind under test in which nothing is spent.</summary>
    protected abstract IBudgetLedger Create(BudgetOptions options, TimeProvider time);

    protected abstract ValueTask<BudgetStatus> StatusAsync(IBudgetLedger ledger, string tenant);

    protected abstract ValueTask<BudgetStatus?> WorkflowStatusAsync(IBudgetLedger ledger, string tenant, string workflow);

    private static BudgetRequest Request(long total, string tenant = "t", string? workflow = null) => new(tenant, "m", total - 1, 1) { Workflow = workflow };

    private IBudgetLedger Ledger(long limit, TimeSpan? lease = null, long? workflow = null) =>
        Create(new BudgetOptions { TokensPerDay = limit, WorkflowTokens = workflow, LeaseDuration = lease ?? TimeSpan.FromMinutes(2), OnAlert = _alerts.Add }, _time);
}
