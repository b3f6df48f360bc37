using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Benchmarks.Reporting;

namespace LlmAspects.Benchmarks.Budgets;

/// <summary>A row that this program cannot measure, so that the table does not pass over it in silence.</summary>
internal sealed class PendingBudget(string name, string where, string budget) : IBudget
{
    public string Name => name;

    public IEnumerable<BudgetRow> Measure(RatioRunner runner) => [BudgetRow.Pending(name, where, budget)];
}
