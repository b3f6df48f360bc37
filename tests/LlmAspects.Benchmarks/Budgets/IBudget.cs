using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Benchmarks.Reporting;

namespace LlmAspects.Benchmarks.Budgets;

/// <summary>Rows of the table that are measured together.</summary>
internal interface IBudget
{
    /// <summary>What <c>--filter</c> is matched against.</summary>
    string Name { get; }

    IEnumerable<BudgetRow> Measure(RatioRunner runner);
}
