using LlmAspects.Components.Tokens;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Tokens;

public class InMemoryBudgetLedgerTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly List<BudgetAlert> _alerts = [];

    [Fact]
    public async Task ReservationThatFits_IsHeldAndSettledAtWhatWasUsed()
    {
        InMemoryBudgetLedger ledger = Ledger(limit: 1_000);

        BudgetLease lease = await ledger.ReserveAsync(Request(300));
        ledger.GetStatus("t").ShouldBe(new BudgetStatus("t", new DateOnly(2026, 3, 1), 0, 300, 1_000));
        await ledger.MarkSentAsync(lease);
        await ledger.SettleAsync(lease, 120);

        ledger.GetStatus("t").ShouldBe(new BudgetStatus("t", new DateOnly(2026, 3, 1), 120, 0, 1_000));
    }

    [Fact]
    public async Task ReservationThatDoesNotFit_ThrowsAndReservesNothing()
    {
        InMemoryBudgetLedger ledger = Ledger(limit: 1_000);
        await ledger.ReserveAsync(Request(700));

        BudgetExceededException error = await Should.ThrowAsync<BudgetExceededException>(async () => await ledger.ReserveAsync(Request(301)));

        (error.Requested, error.Available).ShouldBe((301, 300));
        ledger.GetStatus("t").Available.ShouldBe(300);
    }

    [Fact]
    public async Task SettledTwice_IsBookedOnce()
    {
        InMemoryBudgetLedger ledger = Ledger(limit: 1_000);
        BudgetLease lease = await ledger.ReserveAsync(Request(300));

        await ledger.SettleAsync(lease, 100);
        await ledger.SettleAsync(lease, 100);
        await ledger.ReleaseAsync(lease);

        ledger.GetStatus("t").Used.ShouldBe(100);
    }

    [Fact]
    public async Task UnsentLeaseThatLapses_IsGivenBackAndCannotBeSent()
    {
        InMemoryBudgetLedger ledger = Ledger(limit: 1_000);
        BudgetLease lease = await ledger.ReserveAsync(Request(300));

        _time.Advance(TimeSpan.FromMinutes(2));

        ledger.GetStatus("t").Available.ShouldBe(1_000);
        await Should.ThrowAsync<BudgetLeaseExpiredException>(async () => await ledger.MarkSentAsync(lease));
    }

    [Fact]
    public async Task SentLeaseThatLapses_IsBookedAtItsWorstCaseForGood()
    {
        InMemoryBudgetLedger ledger = Ledger(limit: 1_000);
        BudgetLease lease = await ledger.ReserveAsync(Request(300));
        await ledger.MarkSentAsync(lease);

        _time.Advance(TimeSpan.FromMinutes(2));
        await ledger.SettleAsync(lease, 10);

        ledger.GetStatus("t").Used.ShouldBe(300);
    }

    [Fact]
    public async Task RenewedLease_StaysAlive()
    {
        InMemoryBudgetLedger ledger = Ledger(limit: 1_000);
        BudgetLease lease = await ledger.ReserveAsync(Request(300));
        await ledger.MarkSentAsync(lease);
        for (int i = 0; i < 5; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(1.5));
            await ledger.RenewAsync(lease);
        }

        await ledger.SettleAsync(lease, 10);

        ledger.GetStatus("t").Used.ShouldBe(10);
    }

    [Fact]
    public async Task Tenants_DoNotShareABudgetAndTheEmptyOneIsItsOwn()
    {
        var ledger = new InMemoryBudgetLedger(new BudgetOptions { TokensPerDay = 100, TenantTokensPerDay = new Dictionary<string, long> { ["big"] = 500 } }, _time);

        await ledger.ReserveAsync(Request(100, ""));
        await ledger.ReserveAsync(Request(100, "t"));
        await ledger.ReserveAsync(Request(500, "big"));

        await Should.ThrowAsync<BudgetExceededException>(async () => await ledger.ReserveAsync(Request(1, "")));
    }

    [Fact]
    public async Task NextDay_StartsAtZeroAndALateSettleBelongsToTheOldDay()
    {
        InMemoryBudgetLedger ledger = Ledger(limit: 100, lease: TimeSpan.FromDays(2));
        BudgetLease lease = await ledger.ReserveAsync(Request(100));
        await ledger.MarkSentAsync(lease);
        _time.Advance(TimeSpan.FromHours(12));

        await ledger.ReserveAsync(Request(100));
        await ledger.SettleAsync(lease, 100);

        ledger.GetStatus("t").ShouldBe(new BudgetStatus("t", new DateOnly(2026, 3, 2), 0, 100, 100));
    }

    [Fact]
    public async Task SettleAboveTheReservation_IsBookedAndAlarmed()
    {
        InMemoryBudgetLedger ledger = Ledger(limit: 1_000);

        await ledger.SettleAsync(await ledger.ReserveAsync(Request(100)), 150);

        ledger.GetStatus("t").Used.ShouldBe(150);
        _alerts.ShouldBe([new BudgetAlert("t", new DateOnly(2026, 3, 1), BudgetAlertKind.SettledAboveReservation, 150, 1_000)]);
    }

    [Fact]
    public async Task FourFifthsUsed_AlertsOnce()
    {
        InMemoryBudgetLedger ledger = Ledger(limit: 1_000);

        await ledger.SettleAsync(await ledger.ReserveAsync(Request(799)), 799);
        _alerts.ShouldBeEmpty();
        await ledger.SettleAsync(await ledger.ReserveAsync(Request(1)), 1);
        await ledger.SettleAsync(await ledger.ReserveAsync(Request(1)), 1);

        _alerts.ShouldBe([new BudgetAlert("t", new DateOnly(2026, 3, 1), BudgetAlertKind.FractionReached, 800, 1_000)]);
    }

    [Fact]
    public async Task NoLimit_CountsAll()
    {
        var ledger = new InMemoryBudgetLedger(timeProvider: _time);

        await ledger.SettleAsync(await ledger.ReserveAsync(Request(1_000_000_000)), 5);

        ledger.GetStatus("t").ShouldBe(new BudgetStatus("t", new DateOnly(2026, 3, 1), 5, 0, null));
    }

    [Fact]
    public async Task ConcurrentReserveAndSettle_NeverOverspends()
    {
        const long limit = 1_000_000;
        InMemoryBudgetLedger ledger = Ledger(limit);
        long booked = 0;
        long most = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 100_000), async (i, token) =>
        {
            try
            {
                BudgetLease lease = await ledger.ReserveAsync(Request(20 + (i % 80)), token);
                BudgetStatus seen = ledger.GetStatus("t");
                InterlockedMax(ref most, seen.Used + seen.Reserved);
                await ledger.MarkSentAsync(lease, token);
                await ledger.SettleAsync(lease, 10 + (i % 80), token);
                Interlocked.Add(ref booked, 10 + (i % 80));
            }
            catch (BudgetExceededException)
            {
            }
        });

        BudgetStatus status = ledger.GetStatus("t");
        status.ShouldBe(new BudgetStatus("t", new DateOnly(2026, 3, 1), booked, 0, limit));
        most.ShouldBeLessThanOrEqualTo(limit);
        booked.ShouldBeGreaterThan(limit - 200);
    }

    [Fact]
    public void Defaults_AreAsDocumented()
    {
        var options = new BudgetOptions();

        options.TokensPerDay.ShouldBeNull();
        options.TenantTokensPerDay.ShouldBeEmpty();
        options.LeaseDuration.ShouldBe(TimeSpan.FromMinutes(2));
        options.AlertFraction.ShouldBe(0.8);
        options.OnAlert.ShouldBeNull();
    }

    [Fact]
    public void OptionOutOfRange_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new InMemoryBudgetLedger(new BudgetOptions { TokensPerDay = -1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new InMemoryBudgetLedger(new BudgetOptions { LeaseDuration = TimeSpan.Zero }));
        Should.Throw<ArgumentOutOfRangeException>(() => new InMemoryBudgetLedger(new BudgetOptions { AlertFraction = 1.1 }));
    }

    private static void InterlockedMax(ref long most, long seen)
    {
        long before;
        while ((before = Interlocked.Read(ref most)) < seen && Interlocked.CompareExchange(ref most, seen, before) != before)
        {
        }
    }

    private static BudgetRequest Request(long total, string tenant = "t") => new(tenant, "m", total - 1, 1);

    private InMemoryBudgetLedger Ledger(long limit, TimeSpan? lease = null) =>
        new(new BudgetOptions { TokensPerDay = limit, LeaseDuration = lease ?? TimeSpan.FromMinutes(2), OnAlert = _alerts.Add }, _time);
}
