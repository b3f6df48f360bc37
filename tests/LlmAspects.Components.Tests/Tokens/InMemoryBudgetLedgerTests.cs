using LlmAspects.Components.Tokens;

namespace LlmAspects.Components.Tests.Tokens;

public class InMemoryBudgetLedgerTests : BudgetLedgerContract
{
    [Fact]
    public void Defaults_AreAsDocumented()
    {
        var options = new BudgetOptions();

        options.TokensPerDay.ShouldBeNull();
        options.TenantTokensPerDay.ShouldBeEmpty();
        options.WorkflowTokens.ShouldBeNull();
        options.LeaseDuration.ShouldBe(TimeSpan.FromMinutes(2));
        options.AlertFraction.ShouldBe(0.8);
        options.OnAlert.ShouldBeNull();
    }

    [Fact]
    public void OptionOutOfRange_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new InMemoryBudgetLedger(new BudgetOptions { TokensPerDay = -1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new InMemoryBudgetLedger(new BudgetOptions { WorkflowTokens = -1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new InMemoryBudgetLedger(new BudgetOptions { LeaseDuration = TimeSpan.Zero }));
        Should.Throw<ArgumentOutOfRangeException>(() => new InMemoryBudgetLedger(new BudgetOptions { AlertFraction = 1.1 }));
    }

    protected override IBudgetLedger Create(BudgetOptions options, TimeProvider time) => new InMemoryBudgetLedger(options, time);

    protected override ValueTask<BudgetStatus> StatusAsync(IBudgetLedger ledger, string tenant) => new(((InMemoryBudgetLedger)ledger).GetStatus(tenant));

    protected override ValueTask<BudgetStatus?> WorkflowStatusAsync(IBudgetLedger ledger, string tenant, string workflow) =>
        new(((InMemoryBudgetLedger)ledger).GetWorkflowStatus(tenant, workflow));
}
