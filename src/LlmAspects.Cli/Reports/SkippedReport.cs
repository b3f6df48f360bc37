namespace LlmAspects.Cli.Reports;

/// <summary>What was left out for one reason, with a few examples.</summary>
internal sealed record SkippedReport(string Reason, int Count, IReadOnlyList<string> Examples);
