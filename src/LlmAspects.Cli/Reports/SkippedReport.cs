using LlmAspects.Cli.Documents;

namespace LlmAspects.Cli.Reports;

/// <summary>What was left out for one reason, with a few examples.</summary>
internal sealed record SkippedReport(string Reason, int Count, IReadOnlyList<string> Examples)
{
    /// <summary>All that a reader left out.</summary>
    public static IReadOnlyList<SkippedReport> Of(SkipLog skipped, ReadLimits limits) =>
        [.. skipped.Entries.Select(entry => new SkippedReport(SkipLog.TextOf(entry.Reason, limits), entry.Count, entry.Examples))];
}
