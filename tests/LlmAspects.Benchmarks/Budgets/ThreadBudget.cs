using LlmAspects.Benchmarks.Cases;
using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Benchmarks.Reporting;

namespace LlmAspects.Benchmarks.Budgets;

/// <summary>Two threads on one operation against one: what they share costs each of them processor time.</summary>
internal sealed class ThreadBudget : IBudget
{
    private const int Calls = 200_000;
    private const int BareCalls = 20 * Calls;

    public string Name => "2 threads on one operation";

    public IEnumerable<BudgetRow> Measure(RatioRunner runner)
    {
        var ours = Case(CaseNames.Ours);
        var bare = Case(CaseNames.Bare);
        var one = new List<double>();
        var two = new List<double>();
        ThreadRunner.NanosecondsPerOperation(ours, 2, Calls);
        for (var round = 0; round < Math.Min(runner.Rounds, 41); round++)
        {
            runner.CancellationToken.ThrowIfCancellationRequested();
            one.Add(ThreadRunner.NanosecondsPerOperation(ours, 1, Calls));
            two.Add(ThreadRunner.NanosecondsPerOperation(ours, 2, Calls) / SlowdownOf(bare));
        }

        yield return BudgetRow.Judge(Name, "1 thread", Medians.Ratio(two, one), Limit.AtMostTimes(1.10));
    }

    // What the machine itself costs a second thread: calls that share nothing pay it too.
    private static double SlowdownOf(BenchmarkCase bare)
        => ThreadRunner.NanosecondsPerOperation(bare, 2, BareCalls) / ThreadRunner.NanosecondsPerOperation(bare, 1, BareCalls);

    private static BenchmarkCase Case(string name) => CaseCatalogue.Sync.Cases.Single(item => item.Name == name);
}
