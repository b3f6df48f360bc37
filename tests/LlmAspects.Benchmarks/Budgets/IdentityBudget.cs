using LlmAspects.Benchmarks.Cases;
using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Benchmarks.Reporting;

namespace LlmAspects.Benchmarks.Budgets;

/// <summary>A completed task comes back as the same instance.</summary>
internal sealed class IdentityBudget : IBudget
{
    public string Name => "task completed, same instance";

    public IEnumerable<BudgetRow> Measure(RatioRunner runner)
    {
        var isSame = ReferenceEquals(Work.Complete(), Generated.CompletedAsync(0));
        yield return new BudgetRow(Name, "what Core returned", isSame ? "same" : "another", "same", isSame ? Verdict.Ok : Verdict.Missed);
    }
}
