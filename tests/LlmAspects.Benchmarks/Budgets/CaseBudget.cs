using LlmAspects.Benchmarks.Cases;
using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Benchmarks.Reporting;

namespace LlmAspects.Benchmarks.Budgets;

/// <summary>Measures a group of cases and lets <paramref name="judge"/> make rows of the results.</summary>
internal sealed class CaseBudget(CaseGroup group, Func<GroupResult, IEnumerable<BudgetRow>> judge) : IBudget
{
    public string Name => group.Name;

    public IEnumerable<BudgetRow> Measure(RatioRunner runner)
    {
        using var listener = group.IsTraced ? SpanListening.Begin() : null;
        return [.. judge(new GroupResult(group.Name, runner.Run(group.Cases)))];
    }
}
