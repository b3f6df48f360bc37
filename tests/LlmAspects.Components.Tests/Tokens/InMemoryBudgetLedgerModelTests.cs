using CsCheck;
using LlmAspects.Components.Tokens;
using Microsoft.Extensions.Time.Testing;

namespace LlmAspects.Components.Tests.Tokens;

/// <summary>The ledger against a plain one that searches a list.</summary>
public class InMemoryBudgetLedgerModelTests
{
    [Fact]
    public void AnySequence_BooksWhatANaiveLedgerBooks() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[1, 400], Gen.Int[0, 150]).Array[1, 60].Sample(
            steps =>
            {
                var time = new FakeTimeProvider();
                var ledger = new InMemoryBudgetLedger(new BudgetOptions { TokensPerDay = 1_000 }, time);
                var naive = new NaiveLedger(1_000, TimeSpan.FromMinutes(2));
                var leases = new List<BudgetLease>();
                foreach ((int action, int tokens, int seconds) in steps)
                {
                    time.Advance(TimeSpan.FromSeconds(seconds));
                    naive.Advance(TimeSpan.FromSeconds(seconds));
                    Apply(action, tokens, ledger, naive, leases);
                    BudgetStatus status = ledger.GetStatus("t");
                    (status.Used, status.Reserved).ShouldBe((naive.Used, naive.Reserved));
                }
            },
            iter: 1_000);

    private static void Apply(int action, int tokens, InMemoryBudgetLedger ledger, NaiveLedger naive, List<BudgetLease> leases)
    {
        if (action <= 1 || leases.Count == 0)
        {
            bool fits = naive.TryReserve(tokens);
            try
            {
                leases.Add(ledger.ReserveAsync(Request(tokens)).AsTask().Result);
                fits.ShouldBeTrue();
            }
            catch (AggregateException error) when (error.InnerException is BudgetExceededException)
            {
                fits.ShouldBeFalse();
            }
            catch (BudgetExceededException)
            {
                fits.ShouldBeFalse();
            }

            return;
        }

        int index = tokens % leases.Count;
        if (action == 2)
        {
            bool alive = naive.TryMarkSent(index);
            Should.NotThrow(() => alive ? ledger.MarkSentAsync(leases[index]).AsTask() : Task.CompletedTask);
        }
        else
        {
            int used = action == 3 ? tokens : 0;
            naive.End(index, used);
            ledger.SettleAsync(leases[index], used).AsTask().IsCompletedSuccessfully.ShouldBeTrue();
        }
    }

    private static BudgetRequest Request(long total) => new("t", "m", total - 1, 1);
}
