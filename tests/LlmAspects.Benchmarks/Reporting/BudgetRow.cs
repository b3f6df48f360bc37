namespace LlmAspects.Benchmarks.Reporting;

/// <summary>A line of the table.</summary>
internal sealed record BudgetRow(string Path, string Reference, string Measured, string Budget, Verdict Verdict)
{
    public static BudgetRow Judge(string path, string reference, double measured, Limit limit)
        => new(path, reference, Limit.Format(measured, limit.Unit), limit.ToString(), limit.Allows(measured) ? Verdict.Ok : Verdict.Missed);

    public static BudgetRow Peer(string path, string reference, double measured, string unit)
        => new(path, reference, Limit.Format(measured, unit), string.Empty, Verdict.Peer);
}
