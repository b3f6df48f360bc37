using LlmAspects.Benchmarks.Reporting;

namespace LlmAspects.Tests.Benchmarks;

public sealed class BudgetTableTests
{
    private static readonly BudgetRow Within = BudgetRow.Judge("sync", "EXPERT", 1.0, Limit.AtMostTimes(1.05));
    private static readonly BudgetRow Missed = BudgetRow.Judge("error", "typical", 1.5, Limit.AtLeastTimes(3));
    private static readonly BudgetRow Peer = BudgetRow.Peer("sync", "bare", 3.2, "ns");

    [Fact]
    public void Verdict_ComesFromTheLimit()
    {
        Within.Verdict.ShouldBe(Verdict.Ok);
        Missed.Verdict.ShouldBe(Verdict.Missed);
    }

    [Fact]
    public void OneMissedRow_FailsTheRun()
    {
        BudgetTable.IsWithinBudgets([Within, Peer]).ShouldBeTrue();
        BudgetTable.IsWithinBudgets([Within, Missed, Peer]).ShouldBeFalse();
    }

    [Fact]
    public void NoRow_IsNoProof() => BudgetTable.IsWithinBudgets([]).ShouldBeFalse();

    [Fact]
    public void Table_IsAlignedMarkdown() => BudgetTable.Write([Within, Missed, Peer]).ShouldBe(
        """
        | Path  | Reference | Measured | Budget   | Verdict |
        | ----- | --------- | -------- | -------- | ------- |
        | sync  | EXPERT    | 1.00x    | <= 1.05x | ok      |
        | error | typical   | 1.50x    | >= 3.00x | MISSED  |
        | sync  | bare      | 3.2 ns   |          | peer    |

        """.ReplaceLineEndings("\n"));
}
