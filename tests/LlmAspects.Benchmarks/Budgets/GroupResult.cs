using LlmAspects.Benchmarks.Cases;
using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Benchmarks.Reporting;

namespace LlmAspects.Benchmarks.Budgets;

/// <summary>Makes rows of the results of a group; ours is the subject.</summary>
internal sealed class GroupResult(string path, IReadOnlyDictionary<string, CaseResult> results)
{
    private const double NanosecondsOfAClockRead = 25;

    public BudgetRow Ratio(string reference, double bound)
        => BudgetRow.Judge(path, reference, Medians.Ratio(Times(CaseNames.Ours), Times(reference)), Limit.AtMostTimes(bound));

    /// <summary>A bound in nanoseconds, for a machine that reads its clock in 25 ns; a slower one gets more in proportion, a faster one no less.</summary>
    public BudgetRow OverBare(double nanoseconds)
        => BudgetRow.Judge(path, "over bare", Medians.Difference(Times(CaseNames.Ours), Times(CaseNames.Bare)), Limit.AtMostNanoseconds(nanoseconds * Math.Max(1, Medians.Of(Times(CaseNames.ClockRead)) / NanosecondsOfAClockRead)));

    /// <summary>How many times our overhead the reference's is.</summary>
    public BudgetRow OverheadBelow(string reference, double bound)
        => BudgetRow.Judge(path, "overhead of " + reference, Medians.OverheadRatio(Times(reference), Times(CaseNames.Ours), Times(CaseNames.Bare)), Limit.AtLeastTimes(bound));

    public BudgetRow BytesOverBare(double bound, string subject = CaseNames.Ours)
        => BudgetRow.Judge(path, subject == CaseNames.Ours ? "bytes over bare" : $"bytes over bare, {subject}", results[subject].Bytes - results[CaseNames.Bare].Bytes, Limit.AtMostBytes(bound));

    /// <summary>The absolute figures of every case, for comparison.</summary>
    public IEnumerable<BudgetRow> Peers() => results
        .Where(static result => result.Key != CaseNames.WithToken)
        .Select(result => BudgetRow.Peer(path, $"{result.Key} ({Limit.Format(result.Value.Bytes, "B")})", Medians.Of(result.Value.Nanoseconds), "ns"));

    private IReadOnlyList<double> Times(string name) => results[name].Nanoseconds;
}
